package aidg.ui.shell.opening;

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
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.TodaysQueue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A review desk that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningReviewDesk(Callable<ReviewDesk> desk) implements ReviewDesk {

    @Override
    public TodaysQueue queue(Progress progress) throws Exception {
        return desk.call().queue(progress);
    }

    @Override
    public ScoredDeal explain(ReviewItem item) throws Exception {
        return desk.call().explain(item);
    }

    @Override
    public Honesty check(ReviewItem item) throws Exception {
        return desk.call().check(item);
    }

    @Override
    public Optional<PreMortem> foresee(ReviewItem item) throws Exception {
        return desk.call().foresee(item);
    }

    @Override
    public ScoredDeal rescore(Proposal proposal, DealTerms terms) throws Exception {
        return desk.call().rescore(proposal, terms);
    }

    @Override
    public List<Decision> approve(List<ReviewItem> items) throws Exception {
        return desk.call().approve(items);
    }

    @Override
    public List<Decision> override(
            List<ReviewItem> items, OverrideReason reason, @Nullable DealTerms newTerms, String comment)
            throws Exception {
        return desk.call().override(items, reason, newTerms, comment);
    }

    @Override
    public List<Decision> withdraw(List<Decision> decisions) throws Exception {
        return desk.call().withdraw(decisions);
    }

    @Override
    public void snooze(List<ReviewItem> items, LocalDate until) throws Exception {
        desk.call().snooze(items, until);
    }

    @Override
    public void wake(List<ReviewItem> items) throws Exception {
        desk.call().wake(items);
    }

    @Override
    public List<Note> notes(ReviewItem item) throws Exception {
        return desk.call().notes(item);
    }

    @Override
    public WrittenNote note(ReviewItem item, String text) throws Exception {
        return desk.call().note(item, text);
    }

    @Override
    public void withdrawNote(WrittenNote note) throws Exception {
        desk.call().withdrawNote(note);
    }

    @Override
    public void weigh(ReviewWeights weights) throws Exception {
        desk.call().weigh(weights);
    }

    @Override
    public void views(List<SavedView> views) throws Exception {
        desk.call().views(views);
    }

    @Override
    public void keep(Map<String, String> state) throws Exception {
        desk.call().keep(state);
    }
}
