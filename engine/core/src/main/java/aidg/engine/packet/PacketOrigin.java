package aidg.engine.packet;

import aidg.engine.audit.AuditLine;
import aidg.engine.review.Decision;
import java.time.Instant;
import java.util.List;

/// Who writes a packet, when, and from which records.
///
/// @param by        whose name stands in the audit log
/// @param program   version of the program
/// @param source    where the data came from, for people
/// @param decisions the whole decision log
/// @param log       id of the audit log, by which its workspace knows it again
/// @param audit     the whole audit log
public record PacketOrigin(
        Instant at,
        String by,
        String program,
        String source,
        List<Decision> decisions,
        String log,
        List<AuditLine> audit) {

    public PacketOrigin {
        decisions = List.copyOf(decisions);
        audit = List.copyOf(audit);
    }
}
