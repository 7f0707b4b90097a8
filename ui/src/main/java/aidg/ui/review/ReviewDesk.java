package aidg.ui.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Decision;
import aidg.engine.review.PreMortem;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.engine.review.WrittenNote;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What reviewing needs from the engine and the workspace. Every method is called on a background thread and
/// may take its time; an exception's message is shown to the person, so it says what to do next. What writes is
/// safe on disk when it returns, whole or, after an exception, not at all.
public interface ReviewDesk {

    /// Today's proposals that await review, most valuable look first. Seconds for data seen for the first time.
    ///
    /// @param progress throws if nobody waits any more
    TodaysQueue queue(Progress progress) throws Exception;

    /// The same deal scored again with its trace; about 20 ms.
    ScoredDeal explain(ReviewItem item) throws Exception;

    /// How far that explanation can be trusted, measured on the model; some tenths of a second.
    Honesty check(ReviewItem item) throws Exception;

    /// The override foreseen, empty where one is unlikely; some milliseconds.
    Optional<PreMortem> foresee(ReviewItem item) throws Exception;

    /// The proposal under other terms, without a trace; asked for while somebody types.
    ScoredDeal rescore(Proposal proposal, DealTerms terms) throws Exception;

    /// Writes down that proposals go out as proposed.
    List<Decision> approve(List<ReviewItem> items) throws Exception;

    /// Writes down that proposals do not go out as proposed.
    ///
    /// @param newTerms what goes out instead, null if nothing does
    List<Decision> override(List<ReviewItem> items, OverrideReason reason, @Nullable DealTerms newTerms, String comment)
            throws Exception;

    /// Writes down that decisions are taken back.
    List<Decision> withdraw(List<Decision> decisions) throws Exception;

    /// Puts proposals off until the morning of a day.
    void snooze(List<ReviewItem> items, LocalDate until) throws Exception;

    /// Lets proposals await review again that were put off.
    void wake(List<ReviewItem> items) throws Exception;

    /// What is written about the merchant of a proposal, latest first.
    List<Note> notes(ReviewItem item) throws Exception;

    /// Writes something about the merchant of a proposal.
    WrittenNote note(ReviewItem item, String text) throws Exception;

    /// Takes a note back.
    void withdrawNote(WrittenNote note) throws Exception;

    /// Ranks by these weights from now on.
    void weigh(ReviewWeights weights) throws Exception;

    /// Keeps the filters that have names.
    void views(List<SavedView> views) throws Exception;

    /// Keeps where reviewing stands, so that a crash loses nothing.
    void keep(Map<String, String> state) throws Exception;
}
