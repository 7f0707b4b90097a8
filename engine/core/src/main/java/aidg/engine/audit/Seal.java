package aidg.engine.audit;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A signature over a JSON object, written into it: its members `signer` and `signature`. What is signed are the
/// object's `purpose`, a line feed, and all of it but `signature` in canonical form, so that the signature of one
/// kind of file never fits another kind.
///
/// @param signer who signed, by what the object says
/// @param holds  whether the signature is that key's
public record Seal(PublicSigner signer, boolean holds) {

    /// The object with its seal. Its other members stay as they are.
    public static ObjectNode on(ObjectNode open, String purpose, SigningKey key) {
        ObjectNode sealed = open.deepCopy();
        ObjectNode signer = JsonNodeFactory.instance.objectNode();
        signer.put("algorithm", "Ed25519");
        signer.put("publicKey", key.signer().text());
        signer.put("fingerprint", key.signer().fingerprint());
        sealed.set("signer", signer);
        sealed.remove("signature");
        byte[] signature = key.sign(signed(sealed, purpose));
        sealed.put("signature", Base64.getEncoder().encodeToString(signature));
        return sealed;
    }

    /// Reads the seal of an object.
    ///
    /// @throws IllegalArgumentException if there is none, or a text or number in it has no canonical form
    public static Seal of(ObjectNode sealed, String purpose) {
        String key = sealed.path("signer").path("publicKey").asString("");
        String signature = sealed.path("signature").asString("");
        if (key.isEmpty() || signature.isEmpty()) {
            throw new IllegalArgumentException("it bears no signature");
        }
        PublicSigner signer = PublicSigner.of(key);
        ObjectNode open = sealed.deepCopy();
        open.remove("signature");
        return new Seal(signer, signer.signed(signed(open, purpose), bytes(signature)) && names(open, signer));
    }

    /// Whether the fingerprint that people read is that of the key.
    private static boolean names(JsonNode open, PublicSigner signer) {
        return open.path("signer").path("fingerprint").asString("").equals(signer.fingerprint());
    }

    private static byte[] bytes(String signature) {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] signed(ObjectNode open, String purpose) {
        byte[] start = (purpose + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] content = CanonicalJson.bytes(open);
        byte[] all = new byte[start.length + content.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(content, 0, all, start.length, content.length);
        return all;
    }
}
