package aidg.ui.sample;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Interval;
import aidg.engine.domain.Note;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.Honesty;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import aidg.engine.review.PreMortem;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.ReviewWeights;
import aidg.engine.review.SavedView;
import aidg.engine.review.WrittenNote;
import aidg.ui.review.ReviewDesk;
import aidg.ui.review.TodaysQueue;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Keeps decisions in a list, as the workspace keeps them in its log. Can be told to break.
public final class SampleReviewDesk implements ReviewDesk {

    public static final Instant NOW = Instant.parse("2026-11-19T20:32:00Z");

    private final List<ReviewItem> items;
    private final List<Decision> log = new ArrayList<>();
    private final List<WrittenNote> notes = new ArrayList<>();
    private final Map<String, LocalDate> asleep = new HashMap<>();
    private final Map<String, String> state = new HashMap<>();
    private ReviewWeights weights = ReviewWeights.PLAIN;
    private List<SavedView> views = List.of();
    private boolean diskFull;
    private boolean unreadable;

    public SampleReviewDesk() {
        this(SampleProposals.all());
    }

    public SampleReviewDesk(List<ReviewItem> items) {
        this.items = items;
    }

    /// Whether writing fails from now on.
    public void setDiskFull(boolean full) {
        diskFull = full;
    }

    /// Whether reading fails from now on.
    public void setUnreadable(boolean broken) {
        unreadable = broken;
    }

    /// Everything written, oldest first.
    public List<Decision> log() {
        return List.copyOf(log);
    }

    @Override
    public TodaysQueue queue(Progress progress) throws IOException {
        failIf(unreadable, "the workspace is open in another window");
        return new TodaysQueue(items, asleep, 33, NOW.minusSeconds(60), weights, views, state);
    }

    @Override
    public ScoredDeal explain(ReviewItem item) throws IOException {
        failIf(unreadable, "the model file cannot be read");
        return SampleTraces.explained(item.scored());
    }

    @Override
    public Honesty check(ReviewItem item) {
        return SampleWhyDesk.honesty(item);
    }

    @Override
    public Optional<PreMortem> foresee(ReviewItem item) {
        ScoredDeal scored = item.scored();
        if (1 - scored.approval() < PreMortem.LEAST) {
            return Optional.empty();
        }
        DealTerms terms = scored.proposal().terms();
        DealTerms calmer = terms.withDiscount(new Discount(
                Math.max(0.05, Math.rint(100 * (terms.discount().fraction() - 0.06)) / 100)));
        return Optional.of(new PreMortem(
                1 - scored.approval(),
                new PreMortem.Cause(
                        OverrideReason.DISCOUNT_TOO_DEEP,
                        "The discount is too deep",
                        "Changed or refused 6 times for that, last on Oct 2 (35% became 28%); its last 5 deals went out at"
                                + " 22% to 30%."),
                new PreMortem.Edit(calmer, (1 - scored.approval()) / 2, rescore(scored.proposal(), calmer))));
    }

    @Override
    public ScoredDeal rescore(Proposal proposal, DealTerms terms) {
        ScoredDeal before = items.stream()
                .map(ReviewItem::scored)
                .filter(scored -> scored.proposal().equals(proposal))
                .findFirst()
                .orElseThrow();
        double score = SampleProposals.rescored(proposal.terms(), terms, before.score());
        double gp30 = before.expectedGp30().amount()
                * (1
                        + (proposal.terms().discount().fraction()
                                        - terms.discount().fraction())
                                * 0.3)
                * Math.pow(terms.price().amount() / proposal.terms().price().amount(), 0.3);
        Interval interval = new Interval(
                Math.max(0, score - before.interval().width() / 2),
                Math.min(1, score + before.interval().width() / 2));
        return SampleProposals.scored(proposal.withTerms(terms), score, interval, gp30, 1 - before.approval());
    }

    @Override
    public List<Decision> approve(List<ReviewItem> chosen) throws IOException {
        return write(chosen, new Approved());
    }

    @Override
    public List<Decision> override(
            List<ReviewItem> chosen, OverrideReason reason, @Nullable DealTerms newTerms, String comment)
            throws IOException {
        return write(chosen, new Overridden(reason, newTerms, comment));
    }

    @Override
    public List<Decision> withdraw(List<Decision> decisions) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        List<Decision> withdrawn = new ArrayList<>();
        for (Decision decision : decisions) {
            withdrawn.add(append(
                    decision.dealId(), new Withdrawn(decision.sequence()), decision.score(), decision.modelHash()));
        }
        return withdrawn;
    }

    @Override
    public void snooze(List<ReviewItem> chosen, LocalDate until) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        chosen.forEach(item -> asleep.put(item.scored().proposal().id(), until));
    }

    @Override
    public void wake(List<ReviewItem> chosen) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        chosen.forEach(item -> asleep.remove(item.scored().proposal().id()));
    }

    @Override
    public List<Note> notes(ReviewItem item) {
        List<Note> all = new ArrayList<>(List.of(new Note(
                "N1",
                item.merchant().id(),
                "MM05",
                LocalDate.of(2026, 10, 2),
                "Owner happy with the last run, asks for fewer weekend slots.")));
        notes.stream()
                .filter(note -> note.merchantId().equals(item.merchant().id()))
                .forEach(note -> all.addFirst(new Note(
                        "W" + note.number(),
                        note.merchantId(),
                        note.writer(),
                        LocalDate.ofInstant(note.at(), ZoneOffset.UTC),
                        note.text())));
        return all;
    }

    @Override
    public WrittenNote note(ReviewItem item, String text) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        WrittenNote note = new WrittenNote(
                notes.size() + 1L,
                item.merchant().id(),
                item.scored().proposal().id(),
                "Ana",
                NOW,
                text);
        notes.add(note);
        return note;
    }

    @Override
    public void withdrawNote(WrittenNote note) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        notes.remove(note);
    }

    @Override
    public void weigh(ReviewWeights now) {
        weights = now;
    }

    @Override
    public void views(List<SavedView> now) {
        views = List.copyOf(now);
    }

    @Override
    public void keep(Map<String, String> changed) {
        state.putAll(changed);
    }

    /// Until when proposals are put off.
    public Map<String, LocalDate> asleep() {
        return Map.copyOf(asleep);
    }

    public List<WrittenNote> notes() {
        return List.copyOf(notes);
    }

    public ReviewWeights weights() {
        return weights;
    }

    public List<SavedView> views() {
        return views;
    }

    /// What was kept last under each name.
    public Map<String, String> state() {
        return Map.copyOf(state);
    }

    private List<Decision> write(List<ReviewItem> chosen, Verdict verdict) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        return chosen.stream()
                .map(ReviewItem::scored)
                .map(scored -> append(scored.proposal().id(), verdict, scored.score(), scored.modelHash()))
                .toList();
    }

    private Decision append(String dealId, Verdict verdict, double score, String modelHash) {
        Decision decision = new Decision(log.size() + 1L, dealId, verdict, NOW, score, modelHash);
        log.add(decision);
        return decision;
    }

    private static void failIf(boolean broken, String words) throws IOException {
        if (broken) {
            throw new IOException(words);
        }
    }
}
