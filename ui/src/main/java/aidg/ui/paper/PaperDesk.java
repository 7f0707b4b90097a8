package aidg.ui.paper;

import aidg.engine.domain.Progress;
import java.nio.file.Path;

/// What papers need from the engine and the workspace. Every method is called on a background thread and takes
/// seconds; an exception's message is shown to the person, so it says what to do next. A file that stood there is
/// replaced as a whole, or, after an exception, not at all.
public interface PaperDesk {

    /// Writes one page to hold while phoning the merchant of a proposal.
    ///
    /// @param file ends in `.pdf`
    /// @return the file
    Path callSheet(String dealId, Path file, Progress progress) throws Exception;

    /// Writes the decision in force on a deal with all it rests on, signed.
    ///
    /// @param file ends in `.json`
    /// @return the file
    Path packet(String dealId, Path file, Progress progress) throws Exception;
}
