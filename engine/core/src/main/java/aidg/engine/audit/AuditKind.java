package aidg.engine.audit;

import java.util.Locale;

/// What was done, as the audit log names it.
public enum AuditKind {
    APPROVED("Approved"),
    OVERRIDDEN("Overridden"),
    WITHDRAWN("Undone"),
    SNOOZED("Snoozed"),
    WOKEN("Snooze lifted"),
    NOTE_WRITTEN("Note"),
    NOTE_WITHDRAWN("Note taken back"),
    SCENARIO_SAVED("Scenario saved"),
    SCENARIO_RENAMED("Scenario renamed"),
    SCENARIO_DELETED("Scenario deleted"),
    SECOND_READING("Second reading"),
    SESSION_STARTED("Session started"),
    SESSION_PAUSED("Session paused"),
    SESSION_RESUMED("Session resumed"),
    SESSION_ENDED("Session ended"),
    DATA_REPLACED("Data imported"),
    MODEL_CHOSEN("Model chosen"),
    PACKET_WRITTEN("Packet written");

    private final String words;

    AuditKind(String words) {
        this.words = words;
    }

    /// For people: `Note taken back`.
    public String words() {
        return words;
    }

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
