package aidg.engine.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aidg.engine.domain.Interval;
import aidg.engine.review.Agreement.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class AgreementTest {

    static List<Pair> pairs(int bothYes, int onlyFirst, int onlySecond, int bothNo) {
        List<Pair> pairs = new ArrayList<>();
        pairs.addAll(Collections.nCopies(bothYes, new Pair(true, true)));
        pairs.addAll(Collections.nCopies(onlyFirst, new Pair(true, false)));
        pairs.addAll(Collections.nCopies(onlySecond, new Pair(false, true)));
        pairs.addAll(Collections.nCopies(bothNo, new Pair(false, false)));
        return pairs;
    }

    /// The worked example of the literature: 20, 5, 10 and 15 of 50 give observed .70, by chance .50, kappa .40.
    @Test
    void kappaOfTheTextbookExample() {
        Agreement agreement = Agreement.of(pairs(20, 5, 10, 15));
        assertThat(agreement.both()).isEqualTo(50);
        assertThat(agreement.same()).isEqualTo(35);
        assertThat(agreement.kappa()).isCloseTo(0.4, within(1e-12));
        double error = Math.sqrt(0.7 * 0.3 / (50 * 0.25));
        assertThat(agreement.kappaLow()).isCloseTo(0.4 - 1.6448536 * error, within(1e-6));
        assertThat(agreement.kappaHigh()).isCloseTo(0.4 + 1.6448536 * error, within(1e-6));
    }

    @Test
    void fullAgreementIsOneAndFullDisagreementIsMinusOne() {
        assertThat(Agreement.of(pairs(5, 0, 0, 5)).kappa()).isEqualTo(1);
        assertThat(Agreement.of(pairs(0, 5, 5, 0)).kappa()).isEqualTo(-1);
    }

    @Test
    void kappaIsNotDefinedWhereBothSayTheSameOfEverything() {
        assertThat(Agreement.of(pairs(7, 0, 0, 0)).kappa()).isNaN();
        assertThat(Agreement.of(List.of()).kappa()).isNaN();
        assertThat(Agreement.of(List.of()).sameShare()).isEqualTo(new Interval(0, 1));
    }

    /// 8 of 10: centre .73612, half width .19533, by hand.
    @Test
    void theIntervalOfTheShareIsWilsons() {
        Interval share = Agreement.of(pairs(8, 2, 0, 0)).sameShare();
        assertThat(share.low()).isCloseTo(0.5408, within(2e-4));
        assertThat(share.high()).isCloseTo(0.9315, within(2e-4));
    }
}
