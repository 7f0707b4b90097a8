package aidg.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class SigningKeyTest {

    @Test
    void onlyTheMessageThatWasSignedHasTheSignature() {
        SigningKey key = SigningKey.create();
        byte[] signature = key.sign("a packet".getBytes(UTF_8));
        assertThat(key.signer().signed("a packet".getBytes(UTF_8), signature)).isTrue();
        assertThat(key.signer().signed("a Packet".getBytes(UTF_8), signature)).isFalse();
        assertThat(SigningKey.create().signer().signed("a packet".getBytes(UTF_8), signature))
                .isFalse();
        byte[] bent = signature.clone();
        bent[10] ^= 1;
        assertThat(key.signer().signed("a packet".getBytes(UTF_8), bent)).isFalse();
        assertThat(key.signer().signed("a packet".getBytes(UTF_8), Arrays.copyOf(signature, 20)))
                .isFalse();
    }

    @Test
    void aKeyComesBackFromItsBytes() {
        SigningKey key = SigningKey.create();
        SigningKey again = SigningKey.of(key.encoded());
        assertThat(again.signer()).isEqualTo(key.signer());
        assertThat(again.sign("x".getBytes(UTF_8))).isEqualTo(key.sign("x".getBytes(UTF_8)));
        assertThat(PublicSigner.of(key.signer().text())).isEqualTo(key.signer());
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(new byte[] {1, 2, 3}));
        assertThatIllegalArgumentException().isThrownBy(() -> PublicSigner.of("AAAA"));
    }

    /// RFC 8032, section 7.1, test 2: message 0x72.
    @Test
    void theSignatureOfTheStandardsExampleIsAccepted() {
        byte[] point = HexFormat.of().parseHex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        byte[] x509 = new byte[44];
        System.arraycopy(HexFormat.of().parseHex("302a300506032b6570032100"), 0, x509, 0, 12);
        System.arraycopy(point, 0, x509, 12, 32);
        PublicSigner signer = PublicSigner.of(java.util.Base64.getEncoder().encodeToString(x509));
        byte[] signature = HexFormat.of()
                .parseHex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        assertThat(signer.signed(new byte[] {0x72}, signature)).isTrue();
        assertThat(signer.fingerprint()).matches("([0-9a-f]{4} ){7}[0-9a-f]{4}");
    }
}
