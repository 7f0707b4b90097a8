package aidg.engine.workspace;

/// The H2 error codes that mean something here (`org.h2.api.ErrorCode`).
final class H2Code {

    static final int ALREADY_OPEN = 90020;
    static final int NEWER_FILE = 90048;
    static final int SHUTTING_DOWN = 90097;
    static final int CLOSED = 90098;
    static final int CLOSED_CONNECTION = 90121;

    private H2Code() {}
}
