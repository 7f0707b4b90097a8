package aidg.engine.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The chain of an audit log: each line's hash covers the line and the hash before it, so that no line can be
/// changed, taken out or put in without every later hash being wrong.
public final class AuditChain {

    /// The hash before the first line.
    public static final String START = "0".repeat(64);

    /// What came of looking a log through.
    public sealed interface Finding {}

    /// Every line follows from the one before.
    ///
    /// @param head hash of the last line, `START` for an empty log
    public record Intact(long lines, String head) implements Finding {}

    /// A line does not follow.
    ///
    /// @param sequence the first line that is wrong, as it calls itself
    /// @param what     what is wrong with it, for people
    public record Broken(long sequence, String what) implements Finding {}

    private AuditChain() {}

    /// The line that follows `previous`.
    ///
    /// @param last         sequence of the line before, 0 for none
    /// @param previousHash its hash
    public static AuditLine next(
            long last,
            String previousHash,
            Instant at,
            String actor,
            long session,
            AuditKind kind,
            String subject,
            Map<String, String> facts) {
        AuditLine open = new AuditLine(last + 1, at, actor, session, kind, subject, facts, previousHash, "");
        return new AuditLine(last + 1, at, actor, session, kind, subject, facts, previousHash, hash(open));
    }

    /// Looks a whole log through, from its first line.
    public static Finding check(List<AuditLine> lines) {
        String before = START;
        long expected = 1;
        for (AuditLine line : lines) {
            if (line.sequence() != expected) {
                return new Broken(
                        line.sequence(),
                        "line %d stands where line %d should be: a line was taken out or moved"
                                .formatted(line.sequence(), expected));
            }
            if (!line.previousHash().equals(before)) {
                return new Broken(
                        line.sequence(),
                        "line %d does not continue the line before it: one of them was exchanged".formatted(expected));
            }
            if (!isIntact(line)) {
                return new Broken(
                        line.sequence(), "line %d was changed after it was written".formatted(line.sequence()));
            }
            before = line.hash();
            expected++;
        }
        return new Intact(expected - 1, before);
    }

    /// Whether a line is as it was written, whatever stands before it.
    public static boolean isIntact(AuditLine line) {
        return hash(line).equals(line.hash());
    }

    /// Every value goes in with its length before it, so that no two different lines give the same bytes.
    private static String hash(AuditLine line) {
        MessageDigest digest = sha256();
        put(digest, line.previousHash());
        put(digest, Long.toString(line.sequence()));
        put(digest, line.at().toString());
        put(digest, line.actor());
        put(digest, Long.toString(line.session()));
        put(digest, line.kind().code());
        put(digest, line.subject());
        line.facts().forEach((name, value) -> {
            put(digest, name);
            put(digest, value);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void put(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256; use a complete Java 25", e);
        }
    }
}
