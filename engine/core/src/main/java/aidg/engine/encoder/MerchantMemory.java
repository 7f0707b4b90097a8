package aidg.engine.encoder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What the encoder makes of a merchant: the profile for comparing merchants and the tokens that deals attend to.
///
/// @param content hash of everything that it was made from; another history has another hash
/// @param profile 512 numbers [PER-12]
/// @param tokens  M x 512 numbers, token by token [B3]
public record MerchantMemory(String content, float[] profile, float[] tokens) {

    /// Hash of what a memory is made from: the window with its look, and the context. Equal inputs give equal
    /// hashes.
    ///
    /// @param encoder hash of the encoder's weights
    public static String content(String encoder, HistoryWindow window, MerchantContext context) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(encoder.getBytes(StandardCharsets.UTF_8));
            for (HistoryWindow.Look look : window.looks()) {
                digest.update(ByteBuffer.allocate(8).putLong(look.day()).flip());
            }
            for (MerchantEvents.Event event : window.events()) {
                digest.update(ByteBuffer.allocate(16)
                        .putLong(event.day())
                        .putInt(event.deal())
                        .putInt(event.kindIndex())
                        .flip());
                update(digest, event.dealToken());
                update(digest, event.eventToken());
            }
            update(digest, context.notes());
            update(digest, context.place());
            update(digest, context.graph());
            update(digest, context.groups());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256; use a complete Java 25", impossible);
        }
    }

    private static void update(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length + 4);
        bytes.putInt(values.length);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes.position(0));
    }
}
