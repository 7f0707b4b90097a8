package aidg.engine.audit;

import java.util.Locale;

/// What was done, as the audit log names it.
public enum AuditKind {
    APPROVED,
    OVERRIDDEN,
    WITHDRAWN,
    SNOOZED,
    WOKEN,
    NOTE_WRITTEN,
    NOTE_WITHDRAWN,
    SCENARIO_SAVED,
    SCENARIO_DELETED,
    SECOND_READING,
    SESSION_STARTED,
    SESSION_PAUSED,
    SESSION_RESUMED,
    SESSION_ENDED,
    DATA_REPLACED,
    MODEL_CHOSEN,
    PACKET_WRITTEN;

    /// The code used in files: `note-written`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads `code()`.
    ///
    /// @throws IllegalArgumentException if there is none such
    public static AuditKind of(String code) {
        for (AuditKind kind : values()) {
            if (kind.code().equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown kind of audit line '%s'".formatted(code));
    }
}
