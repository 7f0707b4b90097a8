package aidg.engine.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/// The public half of a signing key: it tells whose signature something bears.
public final class PublicSigner {

    private static final int FINGERPRINT_BYTES = 16;

    private final PublicKey key;

    private PublicSigner(PublicKey key) {
        this.key = key;
    }

    static PublicSigner of(EdECPublicKey key) {
        return new PublicSigner(key);
    }

    /// Reads `text()`.
    ///
    /// @throws IllegalArgumentException if it is no Ed25519 key
    public static PublicSigner of(String text) {
        try {
            return new PublicSigner(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(text))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("'%s' is no Ed25519 public key".formatted(text), e);
        }
    }

    /// The key in X.509.
    byte[] encoded() {
        return key.getEncoded();
    }

    /// The key in X.509, Base64.
    public String text() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    /// Thirty-two hexadecimal digits in fours by which people compare keys, `3f2a 90b1 77c0 1d4e …`: the first half
    /// of the key's SHA-256, so that nobody finds a second key of the same name.
    public String fingerprint() {
        String digits = HexFormat.of().formatHex(AuditChain.sha256().digest(encoded()), 0, FINGERPRINT_BYTES);
        return String.join(" ", digits.split("(?<=\\G.{4})"));
    }

    /// Whether people mean this key: its fingerprint, however spaced, or its `text()`.
    public boolean isNamed(String words) {
        String compact = words.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT);
        return compact.equals(fingerprint().replace(" ", "")) || words.strip().equals(text());
    }

    /// Whether this key made the signature of that message.
    public boolean signed(byte[] message, byte[] signature) {
        try {
            Signature checking = Signature.getInstance("Ed25519");
            checking.initVerify(key);
            checking.update(message);
            return checking.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw SigningKey.lacking(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PublicSigner signer && key.equals(signer.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return fingerprint();
    }
}
