package aidg.engine.marketplace.intake;

/// Why one row is not taken. Carries no stack trace: half a million of these must stay cheap.
final class Refusal extends Exception {

    private static final long serialVersionUID = 1;

    private final String column;
    private final String reason;

    /// @param column the offending column, empty if the row as a whole is at fault
    /// @param reason one sentence: what is wrong and what to write instead
    Refusal(String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    String column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
