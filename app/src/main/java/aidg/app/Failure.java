package aidg.app;

/// Why something asked for cannot be done, for people: what is wrong, where, and what to do next. Ends the command.
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final String where;
    private final String fix;

    /// What ends it, and with which exit code.
    public enum Kind {
        /// It was tried and failed.
        FAILED(1),
        /// The call or its input is wrong.
        BAD_INPUT(2);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }

    /// @param message one sentence: what is wrong
    /// @param where   file, option or setting; may be empty
    /// @param fix     one sentence: what to do next; may be empty
    public Failure(Kind kind, String message, String where, String fix) {
        super(message);
        this.kind = kind;
        this.where = where;
        this.fix = fix;
    }

    public static Failure badInput(String message, String where, String fix) {
        return new Failure(Kind.BAD_INPUT, message, where, fix);
    }

    public static Failure failed(String message, String where, String fix) {
        return new Failure(Kind.FAILED, message, where, fix);
    }

    public Kind kind() {
        return kind;
    }

    public String where() {
        return where;
    }

    public String fix() {
        return fix;
    }

    /// The message, which is never missing.
    public String words() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
