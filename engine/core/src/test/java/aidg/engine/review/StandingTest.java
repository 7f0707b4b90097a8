package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Verdict;
import aidg.engine.review.Decision.Withdrawn;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Verdict OVERRIDE = new Overridden(OverrideReason.BAD_TIMING, null, "");

    private static Decision line(long sequence, String dealId, Verdict verdict) {
        return new Decision(sequence, dealId, verdict, Instant.EPOCH.plusSeconds(sequence), 0.5, "model");
    }

    private final Decision approveA = line(1, "a", new Approved());
    private final Decision overrideB = line(2, "b", OVERRIDE);

    @Test
    void decisionsStandInTheOrderInWhichTheyWereMade() {
        Standing standing = Standing.of(List.of(approveA, overrideB));

        assertThat(standing.inForce())
                .containsExactly(java.util.Map.entry("a", approveA), java.util.Map.entry("b", overrideB));
        assertThat(standing.latest()).contains(overrideB);
    }

    @Test
    void proposalsWithoutADecisionInForceAwaitReview() {
        Standing standing = Standing.of(List.of(approveA, overrideB, line(3, "b", new Withdrawn(2))));

        assertThat(standing.awaits("a")).isFalse();
        assertThat(standing.awaits("b")).isTrue();
    }

    @Test
    void anEmptyLogHasNothingToUndo() {
        assertThat(Standing.of(List.of()).latest()).isEmpty();
    }

    @Test
    void aLaterDecisionReplacesTheEarlierAndIsTheLatest() {
        Decision again = line(3, "a", OVERRIDE);

        Standing standing = Standing.of(List.of(approveA, overrideB, again));

        assertThat(standing.inForce()).containsOnlyKeys("b", "a").containsEntry("a", again);
        assertThat(standing.latest()).contains(again);
    }

    @Test
    void aWithdrawnDecisionAwaitsReviewAgain() {
        Standing standing = Standing.of(List.of(approveA, overrideB, line(3, "b", new Withdrawn(2))));

        assertThat(standing.inForce()).containsOnlyKeys("a");
        assertThat(standing.latest()).contains(approveA);
    }

    @Test
    void aRedoneDecisionStandsAgain() {
        Decision redone = line(4, "b", OVERRIDE);

        Standing standing = Standing.of(List.of(approveA, overrideB, line(3, "b", new Withdrawn(2)), redone));

        assertThat(standing.inForce()).containsEntry("b", redone).hasSize(2);
    }

    @Test
    void withdrawingADecisionThatWasReplacedLeavesTheNewOne() {
        Decision again = line(3, "a", OVERRIDE);

        Standing standing = Standing.of(List.of(approveA, again, line(4, "a", new Withdrawn(1))));

        assertThat(standing.inForce()).containsEntry("a", again);
    }

    @Test
    void withdrawingWhatIsNotInTheLogChangesNothing() {
        assertThat(Standing.of(List.of(approveA, line(2, "a", new Withdrawn(77))))
                        .inForce())
                .containsOnlyKeys("a");
    }
}
