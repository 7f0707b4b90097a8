package aidg.engine.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// One line of the audit log.
///
/// @param sequence     position from 1, without gaps
/// @param actor        who did it
/// @param session      number of the review session in which it was done, 0 if in none
/// @param subject      what it was done to: the id of a deal, the number of a session
/// @param facts        what else is to be known of it, by name; in the order of the names
/// @param previousHash hash of the line before; of the first line, 64 zeros
/// @param hash         SHA-256 over all of the above, 64 hexadecimal digits in lower case
public record AuditLine(
        long sequence,
        Instant at,
        String actor,
        long session,
        AuditKind kind,
        String subject,
        Map<String, String> facts,
        String previousHash,
        String hash) {

    public AuditLine {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
