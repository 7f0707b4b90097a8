package aidg.ui.sample;

import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Progress;
import aidg.engine.review.Decision;
import aidg.engine.review.ReviewItem;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SecondReview;
import aidg.engine.review.SecondReview.Pair;
import aidg.ui.second.SecondReadingDesk;
import aidg.ui.second.SecondResult;
import aidg.ui.second.SecondRound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Ana has decided the sample's proposals and two dozen before; Ben has read those, and Cleo a few. Logs in lists, held
/// together as the engine does it.
public final class SampleSecondReadingDesk implements SecondReadingDesk {

    /// What nobody may see before they have answered.
    public static final String SECRET = "The owner told me on the phone";

    private static final List<String> EARLIER = List.of(
            "Café Lindqvist, Brunch for two",
            "Prairie Barre, 8-class pass",
            "Green Door Spa, Facial 60 min",
            "Kilmer Bowling, Two hours for six",
            "Nori House, Ramen and gyoza for two");

    private final List<Decision> decisions = new ArrayList<>();
    private final List<AuditLine> audit = new ArrayList<>();
    private final List<SecondReading> readings = new ArrayList<>();
    private final Map<String, ReviewItem> items = new HashMap<>();
    private String reader = "Ben";
    private boolean unreadable;
    private boolean diskFull;

    /// Ana lets every other proposal out.
    public SampleSecondReadingDesk() {
        this(item -> item.scored().proposal().id().hashCode() % 2 == 0);
    }

    /// @param letOut which proposals the first reader let out
    public SampleSecondReadingDesk(Predicate<ReviewItem> letOut) {
        earlier("Ben", new int[] {11, 3, 2, 8}, 100);
        earlier("Cleo", new int[] {4, 1, 0, 2}, 200);
        for (ReviewItem item : SampleProposals.all()) {
            items.put(id(item), item);
            if (item.scored().guard().allowed()) {
                decide("Ana", id(item), letOut.test(item), SECRET);
            }
        }
    }

    private SampleSecondReadingDesk(String reader) {
        this.reader = reader;
    }

    /// Nobody has decided anything.
    public static SampleSecondReadingDesk undecided() {
        return new SampleSecondReadingDesk("Ben");
    }

    /// Both, only Ana, only the other, neither.
    private void earlier(String second, int[] counts, int from) {
        int number = from;
        for (int cell = 0; cell < counts.length; cell++) {
            for (int i = 0; i < counts[cell]; i++) {
                String deal = "P-%d".formatted(number++);
                decide("Ana", deal, cell < 2, "Too near the holidays.");
                boolean yes = cell % 2 == 0;
                read(
                        second,
                        deal,
                        yes ? null : OverrideReason.PRICE_TOO_HIGH,
                        yes ? "" : "Others nearby ask a third less.");
            }
        }
    }

    private static String id(ReviewItem item) {
        return item.scored().proposal().id();
    }

    private void decide(String who, String dealId, boolean letOut, String comment) {
        add(
                who,
                dealId,
                letOut ? new Decision.Approved() : new Decision.Overridden(OverrideReason.BAD_TIMING, null, comment));
    }

    private void add(String who, String dealId, Decision.Verdict verdict) {
        Decision decision = new Decision(decisions.size() + 1L, dealId, verdict, now(), 0.5, SampleProposals.MODEL);
        decisions.add(decision);
        AuditKind kind = switch (verdict) {
            case Decision.Approved a -> AuditKind.APPROVED;
            case Decision.Overridden o -> AuditKind.OVERRIDDEN;
            case Decision.Withdrawn w -> AuditKind.WITHDRAWN;
        };
        line(who, kind, dealId, Map.of("decision", Long.toString(decision.sequence())));
    }

    private Instant now() {
        return SampleReviewDesk.NOW.minusSeconds(86_400).plusSeconds(60L * audit.size());
    }

    private SecondReading read(String who, String dealId, @Nullable OverrideReason reason, String comment) {
        SecondReading reading = new SecondReading(dealId, who, now(), reason, comment);
        readings.add(reading);
        line(who, AuditKind.SECOND_READING, dealId, Map.of());
        return reading;
    }

    private void line(String who, AuditKind kind, String subject, Map<String, String> facts) {
        audit.add(new AuditLine(audit.size() + 1L, now(), who, 0, kind, subject, facts, "", ""));
    }

    /// Whether reading fails from now on.
    public void setUnreadable(boolean broken) {
        unreadable = broken;
    }

    /// Whether writing fails from now on.
    public void setDiskFull(boolean full) {
        diskFull = full;
    }

    /// Everything read, oldest first.
    public List<SecondReading> readings() {
        return List.copyOf(readings);
    }

    /// Who reads.
    public String reader() {
        return reader;
    }

    private SecondReview review() {
        return SecondReview.of(decisions, audit, readings);
    }

    @Override
    public SecondRound round(Progress progress) throws IOException {
        failIf(unreadable, "the workspace is open in another window");
        SecondReview review = review();
        List<String> asked = review.toRead(reader);
        List<ReviewItem> present = asked.stream()
                .map(dealId -> Optional.ofNullable(items.get(dealId)))
                .flatMap(Optional::stream)
                .toList();
        return new SecondRound(
                reader,
                present,
                review.decided(),
                review.own(reader),
                asked.size() - present.size(),
                SampleReviewDesk.NOW);
    }

    @Override
    public ScoredDeal explain(ReviewItem item) {
        return SampleTraces.explained(item.scored());
    }

    @Override
    public SimilarMerchants similar(ReviewItem item) {
        return new SampleSimilarDesk()
                .similar(item.merchant().id(), null, item.scored().proposal().terms(), Progress.SILENT);
    }

    @Override
    public SecondReading answer(ReviewItem item, @Nullable OverrideReason reason, String comment) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        return read(reader, id(item), reason, comment);
    }

    @Override
    public SecondResult result() throws IOException {
        failIf(unreadable, "the workspace is open in another window");
        SecondReview review = review();
        return new SecondResult(
                reader,
                review.agreements(reader),
                review.disagreements(reader).stream().map(this::named).toList());
    }

    private SecondResult.Differing named(Pair pair) {
        ReviewItem item = items.get(pair.dealId());
        if (item != null) {
            return new SecondResult.Differing(
                    pair, item.merchant().name(), item.scored().proposal().title());
        }
        String[] words = EARLIER.get(Integer.parseInt(pair.dealId().substring(2)) % EARLIER.size())
                .split(", ", 2);
        return new SecondResult.Differing(pair, words[0], words[1]);
    }

    @Override
    public void readAs(String name) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        reader = name;
    }

    @Override
    public void reopen(Pair pair) throws IOException {
        failIf(diskFull, "the disk is full. Free some space");
        add(reader, pair.dealId(), new Decision.Withdrawn(pair.first().sequence()));
    }

    @Override
    public void export(List<Pair> pairs, Path file) throws IOException {
        Files.write(file, pairs.stream().map(Pair::dealId).toList());
    }

    private static void failIf(boolean broken, String words) throws IOException {
        if (broken) {
            throw new IOException(words);
        }
    }
}
