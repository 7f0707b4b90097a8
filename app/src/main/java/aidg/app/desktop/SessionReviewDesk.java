package aidg.app.desktop;

import aidg.app.Failure;
import aidg.app.ReviewSettings;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Clearance;
import aidg.engine.review.Decision;
import aidg.engine.review.DecisionDraft;
import aidg.engine.review.PreMortem;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewQueue;
import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.engine.review.Snooze;
import aidg.engine.review.Standing;
import aidg.engine.review.WrittenNote;
import aidg.engine.workspace.SessionBook;
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.TodaysQueue;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The review queue over the engine and the workspace's decision log.
final class SessionReviewDesk implements ReviewDesk {

    /// To have looked at a proposal, or sifted the queue, is no review session yet.
    private static final Set<String> SELECTION_ONLY = Set.of("review.selection", "review.filter");

    private final Session session;
    private final LiveEngine live;
    private final Explanations explanations;
    private final Clock clock;
    private final ReviewSettings settings;

    /// Where reviewing stood before there was a session to keep it with.
    private final Map<String, String> notKept = new HashMap<>();

    SessionReviewDesk(Session session, LiveEngine live, Explanations explanations, Clock clock) {
        this.session = session;
        this.live = live;
        this.explanations = explanations;
        this.clock = clock;
        settings = new ReviewSettings(session.workspace());
    }

    @Override
    public TodaysQueue queue(Progress progress) {
        return live.with(engine -> queue(engine, progress));
    }

    private TodaysQueue queue(DealEngine engine, Progress progress) {
        Standing standing = Standing.of(session.workspace().decisions());
        List<ScoredDeal> open = engine.scoreOpen(progress).stream()
                .filter(scored -> standing.awaits(scored.proposal().id()))
                .toList();
        ReviewQueue queue = new ReviewQueue(engine.marketplace());
        ReviewWeights weights = settings.weights();
        LocalDate today = LocalDate.now(clock);
        long reviewed = standing.inForce().values().stream()
                .filter(decision ->
                        LocalDate.ofInstant(decision.at(), clock.getZone()).equals(today))
                .count();
        return new TodaysQueue(
                ReviewQueue.ranked(open.stream().map(queue::item).toList(), weights),
                asleep(today),
                (int) reviewed,
                clock.instant(),
                weights,
                settings.views(),
                state());
    }

    private Map<String, LocalDate> asleep(LocalDate today) {
        return session.workspace().snoozes().all().stream()
                .filter(snooze -> snooze.sleepsOn(today))
                .collect(Collectors.toMap(Snooze::dealId, Snooze::until));
    }

    private Map<String, String> state() {
        SessionBook sessions = session.workspace().sessions();
        return sessions.open().map(open -> sessions.state(open.number())).orElse(Map.of());
    }

    @Override
    public ScoredDeal explain(ReviewItem item) {
        return live.with(engine -> engine.explain(item.scored().proposal()));
    }

    @Override
    public Honesty check(ReviewItem item) {
        return explanations.of(item.scored().proposal()).explanation().honesty();
    }

    @Override
    public Optional<PreMortem> foresee(ReviewItem item) {
        return live.with(engine -> PreMortem.of(engine, item.scored()));
    }

    @Override
    public ScoredDeal rescore(Proposal proposal, DealTerms terms) {
        return live.with(
                engine -> engine.score(List.of(proposal.withTerms(terms))).getFirst());
    }

    @Override
    public List<Decision> approve(List<ReviewItem> items) {
        for (ReviewItem item : items) {
            if (!item.scored().guard().allowed()) {
                throw Failure.badInput(
                        "The safety guard does not let %s go out: %s"
                                .formatted(
                                        item.merchant().name(),
                                        item.scored().guard().refusal()),
                        "",
                        "Override it with a reason, with or without new terms.");
            }
        }
        return append(items, new Decision.Approved());
    }

    @Override
    public List<Decision> override(
            List<ReviewItem> items, OverrideReason reason, @Nullable DealTerms newTerms, String comment) {
        if (newTerms == null) {
            return append(items, new Decision.Overridden(reason, null, comment));
        }
        ReviewItem one = items.getFirst();
        String kept = cleared(rescore(one.scored().proposal(), newTerms), comment);
        return append(List.of(one), new Decision.Overridden(reason, newTerms, kept));
    }

    /// The comment for the log. To confirm terms that the guard refuses is to overrule it, which needs a why.
    private static String cleared(ScoredDeal changed, String comment) {
        return switch (Clearance.of(changed)) {
            case Clearance.Clear ignored -> comment;
            case Clearance.Overrulable guarded -> {
                if (comment.isBlank()) {
                    throw Failure.badInput(
                            "The safety guard refuses these terms: %s.".formatted(guarded.refusal()),
                            "",
                            "Say in the comment why they go out all the same.");
                }
                yield guarded.comment(comment);
            }
            case Clearance.Never never ->
                throw Failure.badInput(
                        "These terms never go out: %s.".formatted(never.refusal()),
                        "",
                        "Give it another category, or override it without new terms.");
        };
    }

    private List<Decision> append(List<ReviewItem> items, Decision.Verdict verdict) {
        begin();
        return session.workspace()
                .append(items.stream()
                        .map(ReviewItem::scored)
                        .map(scored ->
                                new DecisionDraft(scored.proposal().id(), verdict, scored.score(), scored.modelHash()))
                        .toList());
    }

    /// What is done here belongs to a session: the first choice begins one, or goes on with the one that is paused.
    private void begin() {
        session.workspace().sessions().ensureRunning();
    }

    @Override
    public List<Decision> withdraw(List<Decision> decisions) {
        begin();
        return session.workspace()
                .append(decisions.stream()
                        .map(decision -> new DecisionDraft(
                                decision.dealId(),
                                new Decision.Withdrawn(decision.sequence()),
                                decision.score(),
                                decision.modelHash()))
                        .toList());
    }

    @Override
    public void snooze(List<ReviewItem> items, LocalDate until) {
        begin();
        session.workspace().snoozes().snooze(ids(items), until);
    }

    @Override
    public void wake(List<ReviewItem> items) {
        begin();
        session.workspace().snoozes().wake(ids(items));
    }

    private static List<String> ids(List<ReviewItem> items) {
        return items.stream().map(item -> item.scored().proposal().id()).toList();
    }

    @Override
    public List<Note> notes(ReviewItem item) {
        String merchant = item.merchant().id();
        List<Note> written = about(merchant, session.workspace().notes().all());
        // The data in use hold what was written here before they were read, and what has been taken back since.
        Set<Note.Saying> ownWords = Stream.concat(
                        written.stream(),
                        about(merchant, session.workspace().notes().withdrawn()).stream())
                .map(Note::saying)
                .collect(Collectors.toSet());
        Stream<Note> imported = live.with(engine -> engine.marketplace().notesOf(merchant)).stream()
                .filter(note -> !ownWords.contains(note.saying()));
        return Stream.concat(imported, written.stream())
                .sorted(Comparator.comparing(Note::writtenOn).reversed())
                .toList();
    }

    private List<Note> about(String merchantId, List<WrittenNote> notes) {
        return notes.stream()
                .filter(note -> note.merchantId().equals(merchantId))
                .map(note -> note.asNote(clock.getZone()))
                .toList();
    }

    @Override
    public WrittenNote note(ReviewItem item, String text) {
        begin();
        return session.workspace()
                .notes()
                .write(item.merchant().id(), item.scored().proposal().id(), text);
    }

    @Override
    public void withdrawNote(WrittenNote note) {
        begin();
        session.workspace().notes().withdraw(note.number());
    }

    @Override
    public void weigh(ReviewWeights weights) {
        settings.weights(weights);
    }

    @Override
    public void views(List<SavedView> views) {
        settings.views(views);
    }

    @Override
    public synchronized void keep(Map<String, String> state) {
        notKept.putAll(state);
        SessionBook sessions = session.workspace().sessions();
        if (sessions.open().isEmpty()) {
            if (SELECTION_ONLY.containsAll(notKept.keySet())) {
                return;
            }
            sessions.ensureRunning();
        }
        sessions.keep(Map.copyOf(notKept));
        notKept.clear();
    }
}
