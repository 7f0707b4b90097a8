package aidg.app.desktop;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A real desk that writes nothing down: what is chosen at it is forgotten.
class ForgetfulDesk implements ReviewDesk {

    private final ReviewDesk real;
    private final Clock clock;

    ForgetfulDesk(ReviewDesk real, Clock clock) {
        this.real = real;
        this.clock = clock;
    }

    @Override
    public TodaysQueue queue(Progress progress) throws Exception {
        return real.queue(progress);
    }

    @Override
    public ScoredDeal explain(ReviewItem item) throws Exception {
        return real.explain(item);
    }

    @Override
    public Honesty check(ReviewItem item) throws Exception {
        return real.check(item);
    }

    @Override
    public Optional<PreMortem> foresee(ReviewItem item) throws Exception {
        return real.foresee(item);
    }

    @Override
    public ScoredDeal rescore(Proposal proposal, DealTerms terms) throws Exception {
        return real.rescore(proposal, terms);
    }

    @Override
    public List<Decision> approve(List<ReviewItem> chosen) {
        return forgotten(chosen, new Decision.Approved());
    }

    @Override
    public List<Decision> override(
            List<ReviewItem> chosen, OverrideReason reason, @Nullable DealTerms newTerms, String comment) {
        return forgotten(chosen, new Decision.Overridden(reason, newTerms, comment));
    }

    private List<Decision> forgotten(List<ReviewItem> chosen, Decision.Verdict verdict) {
        return chosen.stream()
                .map(ReviewItem::scored)
                .map(scored -> new Decision(
                        1, scored.proposal().id(), verdict, clock.instant(), scored.score(), scored.modelHash()))
                .toList();
    }

    @Override
    public List<Decision> withdraw(List<Decision> decisions) {
        return decisions;
    }

    @Override
    public void snooze(List<ReviewItem> chosen, LocalDate until) {}

    @Override
    public void wake(List<ReviewItem> chosen) {}

    @Override
    public List<Note> notes(ReviewItem item) throws Exception {
        return real.notes(item);
    }

    @Override
    public WrittenNote note(ReviewItem item, String text) {
        throw new UnsupportedOperationException("nothing is written down here");
    }

    @Override
    public void withdrawNote(WrittenNote note) {}

    @Override
    public void weigh(ReviewWeights weights) {}

    @Override
    public void views(List<SavedView> views) {}

    @Override
    public void keep(Map<String, String> state) {}
}
