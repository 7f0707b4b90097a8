package aidg.engine.audit;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/// An Ed25519 key pair with which this installation signs what it hands out (RFC 8032).
public final class SigningKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicSigner signer;

    private SigningKey(PrivateKey secret, PublicSigner signer) {
        this.secret = secret;
        this.signer = signer;
    }

    /// A new pair, from the platform's strong source of randomness.
    public static SigningKey create() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(), PublicSigner.of((EdECPublicKey) pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /// Reads `encoded()`.
    ///
    /// @throws IllegalArgumentException if the bytes are no such pair
    public static SigningKey of(byte[] encoded) {
        try {
            int split = encoded.length == 0 ? 0 : Byte.toUnsignedInt(encoded[0]);
            byte[] secret = java.util.Arrays.copyOfRange(encoded, 1, 1 + split);
            byte[] open = java.util.Arrays.copyOfRange(encoded, 1 + split, encoded.length);
            KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
            return new SigningKey(keys.generatePrivate(new PKCS8EncodedKeySpec(secret)), PublicSigner.of((EdECPublicKey)
                    keys.generatePublic(new X509EncodedKeySpec(open))));
        } catch (GeneralSecurityException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new IllegalArgumentException("these bytes are no Ed25519 key pair", e);
        }
    }

    /// The pair as bytes to be kept secret: length of the private key in PKCS #8, that key, the public key in
    /// X.509.
    public byte[] encoded() {
        byte[] first = secret.getEncoded();
        byte[] second = signer.encoded();
        byte[] all = new byte[1 + first.length + second.length];
        all[0] = (byte) first.length;
        System.arraycopy(first, 0, all, 1, first.length);
        System.arraycopy(second, 0, all, 1 + first.length, second.length);
        return all;
    }

    /// The half that may be known.
    public PublicSigner signer() {
        return signer;
    }

    /// 64 bytes; equal for equal messages.
    public byte[] sign(byte[] message) {
        try {
            Signature signing = Signature.getInstance(ALGORITHM);
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    static IllegalStateException lacking(GeneralSecurityException e) {
        return new IllegalStateException("this Java cannot do Ed25519; use a complete Java 25", e);
    }
}
