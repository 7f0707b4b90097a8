package aidg.engine.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Progress;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureTable;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.scorer.TimeSplit.Part;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeSplitTest {

    private static final LocalDate TUNE = LocalDate.of(2026, 3, 1);
    private static final LocalDate TEST = LocalDate.of(2026, 4, 15);
    private static final TimeSplit SPLIT = new TimeSplit(TUNE, TEST, SmallMarket.AS_OF);

    private static Part part(LocalDate day, boolean ran) {
        return SPLIT.part(SmallMarket.deal("d", "m", day, ran ? 1200.0 : null));
    }

    @Test
    void aDealIsLearnedFromOnlyIfItsFateWasKnownBeforeTheTuningMonths() {
        assertThat(part(TUNE.minusDays(31), true)).isEqualTo(Part.TRAIN);
        assertThat(part(TUNE.minusDays(30), true)).isEqualTo(Part.UNUSED);
        assertThat(part(TUNE.minusDays(1), true)).isEqualTo(Part.UNUSED);
        assertThat(part(TUNE.minusDays(1), false)).isEqualTo(Part.TRAIN);
    }

    @Test
    void aDealIsTunedOnOnlyIfItsFateWasKnownBeforeTheTestMonths() {
        assertThat(part(TUNE, true)).isEqualTo(Part.TUNE);
        assertThat(part(TEST.minusDays(31), true)).isEqualTo(Part.TUNE);
        assertThat(part(TEST.minusDays(30), true)).isEqualTo(Part.UNUSED);
        assertThat(part(TEST.minusDays(1), false)).isEqualTo(Part.TUNE);
    }

    @Test
    void aDealWithoutAKnownFateHasNoPart() {
        assertThat(part(TEST, true)).isEqualTo(Part.TEST);
        assertThat(part(SmallMarket.AS_OF.minusDays(30), true)).isEqualTo(Part.TEST);
        assertThat(part(SmallMarket.AS_OF.minusDays(29), true)).isEqualTo(Part.UNUSED);
        assertThat(part(SmallMarket.AS_OF.minusDays(29), false)).isEqualTo(Part.TEST);
    }

    @Test
    void noPartOfAWholeMarketplaceReachesIntoTheNext() {
        Marketplace market = SmallMarket.generated().marketplace();
        TimeSplit split = TimeSplit.of(market.deals(), market.asOf());
        FeatureTable table = FeatureTable.of(market, FeatureFit.learn(market, split.tuneFrom()), Progress.SILENT);

        Examples train = Examples.of(table, split, Part.TRAIN);
        Examples tune = Examples.of(table, split, Part.TUNE);
        Examples test = Examples.of(table, split, Part.TEST);

        assertThat(train.size()).isGreaterThan(test.size());
        assertThat(tune.size()).isPositive();
        assertThat(train.deals()).allMatch(deal -> deal.knownOn().isBefore(split.tuneFrom()));
        assertThat(tune.deals())
                .allMatch(deal -> deal.knownOn().isBefore(split.testFrom()))
                .noneMatch(deal -> deal.proposedOn().isBefore(split.tuneFrom()));
        assertThat(test.deals())
                .noneMatch(deal -> deal.proposedOn().isBefore(split.testFrom()))
                .noneMatch(deal -> deal.knownOn().isAfter(market.asOf()));
        assertThat(Examples.of(table, split, Part.UNUSED).deals())
                .as("deals that are unused although labelled lie across a cut")
                .allMatch(deal -> crosses(deal, split.tuneFrom()) || crosses(deal, split.testFrom()));
    }

    private static boolean crosses(Deal deal, LocalDate cut) {
        return deal.proposedOn().isBefore(cut) && !deal.knownOn().isBefore(cut);
    }

    @Test
    void tooLittleDataIsSaidWithItsNumber() {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            deals.add(SmallMarket.deal("d" + i, "m", SmallMarket.AS_OF.minusDays(400 - i), 1200.0));
        }
        assertThatThrownBy(() -> TimeSplit.of(deals, SmallMarket.AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only 99 deals have a known outcome; training needs at least 100");
    }

    @Test
    void aHistoryOfAFewDaysIsTooShort() {
        List<Deal> deals = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            deals.add(SmallMarket.deal("d" + i, "m", SmallMarket.AS_OF.minusDays(60 - i / 10), 1200.0));
        }
        assertThatThrownBy(() -> TimeSplit.of(deals, SmallMarket.AS_OF))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the history is too short");
    }
}
