package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.audit.AuditKind;
import aidg.engine.audit.AuditLine;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.SecondReview.Course;
import aidg.engine.review.SecondReview.Pair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SecondReviewTest {

    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    private final List<Decision> decisions = new ArrayList<>();
    private final List<AuditLine> audit = new ArrayList<>();
    private final List<SecondReading> readings = new ArrayList<>();

    private long decide(String who, String dealId, Decision.Verdict verdict) {
        Decision decision = new Decision(decisions.size() + 1L, dealId, verdict, NOW, 0.5, "model");
        decisions.add(decision);
        AuditKind kind = switch (verdict) {
            case Decision.Approved a -> AuditKind.APPROVED;
            case Decision.Overridden o -> AuditKind.OVERRIDDEN;
            case Decision.Withdrawn w -> AuditKind.WITHDRAWN;
        };
        line(who, kind, dealId, Map.of("decision", Long.toString(decision.sequence())));
        return decision.sequence();
    }

    private long approve(String who, String dealId) {
        return decide(who, dealId, new Decision.Approved());
    }

    private long override(String who, String dealId) {
        return decide(who, dealId, new Decision.Overridden(OverrideReason.BAD_TIMING, null, "snow"));
    }

    private void read(String who, String dealId, @Nullable OverrideReason reason) {
        readings.add(new SecondReading(dealId, who, NOW, reason, ""));
        line(who, AuditKind.SECOND_READING, dealId, Map.of());
    }

    private void line(String who, AuditKind kind, String subject, Map<String, String> facts) {
        audit.add(new AuditLine(audit.size() + 1L, NOW, who, 0, kind, subject, facts, "", ""));
    }

    private SecondReview review() {
        return SecondReview.of(decisions, audit, readings);
    }

    @Test
    void nobodyIsAskedAboutTheirOwnDecisionsUnderWhateverSpelling() {
        approve("Ana", "D1");
        override("Ben", "D2");
        assertThat(review().toRead("Ben")).containsExactly("D1");
        assertThat(review().toRead(" BEN ")).containsExactly("D1");
        assertThat(review().toRead("Ana")).containsExactly("D2");
        assertThat(review().toRead("Cleo")).containsExactlyInAnyOrder("D1", "D2");
        assertThat(review().own("ana")).isEqualTo(1);
        assertThat(review().refusal("D1", "ana"))
                .isEqualTo("The decision on D1 is Ana's own, and nobody reads their own a second time");
        assertThat(review().refusal("D1", "Ben")).isEmpty();
        assertThat(review().refusal("D9", "Ben")).startsWith("Nothing is decided on D9");
    }

    @Test
    void whoHasReadOrDecidedBeforeIsNotBlindAndIsNotAskedAgain() {
        long first = approve("Ana", "D1");
        read("Ben", "D1", OverrideReason.OTHER);
        assertThat(review().toRead("Ben")).isEmpty();
        assertThat(review().refusal("D1", "Ben")).contains("has read D1 already");
        decide("Ben", "D1", new Decision.Withdrawn(first));
        override("Ben", "D1");
        assertThat(review().toRead("Ana")).as("who decided it before").isEmpty();
        assertThat(review().refusal("D1", "Ana")).contains("not blind");
        assertThat(review().toRead("Cleo")).containsExactly("D1");
    }

    @Test
    void theOrderIsDrawnByLotAndTellsNothingOfVerdictOrTime() {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "D" + i).toList();
        ids.forEach(id -> approve("Ana", id));
        List<String> order = review().toRead("Ben");
        decisions.clear();
        audit.clear();
        ids.reversed().forEach(id -> override("Cleo", id));
        assertThat(review().toRead("Ben")).isEqualTo(order);
        assertThat(review().toRead("Dora")).isEqualTo(order);
        assertThat(order).isNotEqualTo(ids).isNotEqualTo(ids.reversed());
        override("Cleo", "new");
        assertThat(review().toRead("Ben").stream().filter(ids::contains)).containsExactlyElementsOf(order);
    }

    @Test
    void halfOfAnyStretchOfTheOrderIsFromEitherHalfOfTheIds() {
        IntStream.range(0, 1000).forEach(i -> approve("Ana", "D%05d".formatted(i)));
        long early = review().toRead("Ben").stream()
                .limit(200)
                .filter(id -> id.compareTo("D00500") < 0)
                .count();
        assertThat(early).as("of 200, about 100").isBetween(75L, 125L);
    }

    @Test
    void aReadingBelongsToTheDecisionThatWasInForceThenAndLaterOnesDoNotChangeTheAgreement() {
        long first = approve("Ana", "D1");
        read("Ben", "D1", OverrideReason.PRICE_TOO_HIGH);
        approve("Ana", "D2");
        read("Ben", "D2", null);

        Pair open = review().disagreements("Ana").getFirst();
        assertThat(open.course()).isEqualTo(Course.OPEN);
        assertThat(open.firstReader()).isEqualTo("Ana");
        assertThat(open.second().reason()).isEqualTo(OverrideReason.PRICE_TOO_HIGH);

        decide("Ben", "D1", new Decision.Withdrawn(first));
        assertThat(review().disagreements("Ben")).extracting(Pair::course).containsExactly(Course.REOPENED);

        override("Ana", "D1");
        assertThat(review().disagreements("Ben")).isEmpty();
        assertThat(review().pairs("Ben")).extracting(Pair::course).containsExactly(Course.SETTLED, Course.OPEN);
        SecondReview.With with = review().agreements("Ben").getFirst();
        assertThat(with.other()).isEqualTo("Ana");
        assertThat(with.agreement().both()).isEqualTo(2);
        assertThat(with.agreement().same()).isEqualTo(1);
    }

    @Test
    void newestReadingFirst() {
        approve("Ana", "D1");
        approve("Ana", "D2");
        read("Ben", "D2", OverrideReason.OTHER);
        read("Ben", "D1", OverrideReason.OTHER);
        assertThat(review().disagreements("Ana")).extracting(Pair::dealId).containsExactly("D1", "D2");
    }

    @Test
    void whoHasNotReadItLearnsNothingOfIt() {
        approve("Ana", "D1");
        read("Ben", "D1", OverrideReason.OTHER);
        assertThat(review().pairs("Cleo")).isEmpty();
        assertThat(review().disagreements("Cleo")).isEmpty();
        assertThat(review().agreements("Cleo")).isEmpty();
    }

    /// Both ways round between the same two: Ana approves and Ben does so 20 times, and so on as in the textbook, half
    /// of it with Ben as first reader.
    @Test
    void kappaOfTwoReadersCountsBothRolesAsTheTextbookDoes() {
        int[] counts = {20, 5, 10, 15};
        boolean[][] says = {{true, true}, {true, false}, {false, true}, {false, false}};
        int number = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            for (int i = 0; i < counts[cell]; i++) {
                String id = "D" + number++;
                boolean anaFirst = number % 2 == 0;
                boolean first = anaFirst ? says[cell][0] : says[cell][1];
                boolean second = anaFirst ? says[cell][1] : says[cell][0];
                if (first) {
                    approve(anaFirst ? "Ana" : "Ben", id);
                } else {
                    override(anaFirst ? "Ana" : "Ben", id);
                }
                read(anaFirst ? "Ben" : "Ana", id, second ? null : OverrideReason.OTHER);
            }
        }
        Agreement agreement = review().agreements("Ana").getFirst().agreement();
        assertThat(agreement).isEqualTo(review().agreements("Ben").getFirst().agreement());
        assertThat(agreement.both()).isEqualTo(50);
        assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-12));
    }

    @Test
    void namesAreCheckedAndKeptWithSingleBlanks() {
        assertThat(ReaderNames.checked("  Ana   Ruiz ")).isEqualTo("Ana Ruiz");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReaderNames.checked("  "))
                .withMessage("a reader needs a name");
        assertThatIllegalArgumentException().isThrownBy(() -> ReaderNames.checked("A\nB"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReaderNames.checked("x".repeat(61)))
                .withMessageContaining("at most 60");
    }
}
