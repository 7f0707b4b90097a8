package aidg.engine.workspace;

/// What came of opening a workspace. Every refusal says in words what is the matter and what to do about it.
public sealed interface Opening {

    /// It is open; the caller closes it.
    record Opened(Workspace workspace) implements Opening {}

    /// Another process has it open.
    ///
    /// @param words which process, on which host, since when, and what to do
    record InUse(String words) implements Opening {}

    /// The key does not fit, is missing, or is not kept safely.
    record WrongKey(String words) implements Opening {}

    /// It was made by a newer version of the workbench.
    record Newer(String words) implements Opening {}

    /// Its files cannot be read although the key fits, or one of them is missing.
    record Damaged(String words) implements Opening {}
}
