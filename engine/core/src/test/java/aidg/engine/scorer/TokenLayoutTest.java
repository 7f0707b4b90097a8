package aidg.engine.scorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.SmallMarket;
import aidg.engine.domain.Progress;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Feature;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.features.FeatureTable;
import aidg.engine.features.LiveFeatures;
import aidg.engine.marketplace.Marketplace;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenLayoutTest {

    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            new Token("past", "Past", Side.MERCHANT, List.of(new Feature("a", "-"), new Feature("b", "-"))),
            new Token("price", "Price", Side.DEAL, List.of(new Feature("c", "-")))));

    @Test
    void tokensAreStandardisedSideBySideWithTheShareThatIsMissingLast() {
        TokenLayout layout = new TokenLayout(SCHEMA, List.of(10.0, 0.0, 5.0), List.of(2.0, 1.0, 5.0));

        assertThat(layout.width(Side.MERCHANT)).isEqualTo(3);
        assertThat(layout.width(Side.DEAL)).isEqualTo(2);
        float[] row = {12, Float.NaN, 0};
        assertThat(layout.values(Side.DEAL, row)).containsExactly(-1, 0);
        assertThat(layout.values(Side.MERCHANT, row)).containsExactly(1, 0, 0.5f);
        assertThat(layout.values(Side.JOINT, row)).isEmpty();
        assertThat(layout.values(row)).containsExactly(-1, 0, 1, 0, 0.5f);
    }

    @Test
    void whatIsFarOutsideTheTrainingRangeIsCut() {
        TokenLayout layout = new TokenLayout(SCHEMA, List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0, 1.0));

        assertThat(layout.values(new float[] {Float.POSITIVE_INFINITY, -Float.MAX_VALUE, 7}))
                .containsExactly(6, 0, 6, -6, 0);
    }

    @Test
    void oneSideAloneIsWrittenAsInTheWholeRow() {
        TokenLayout layout = new TokenLayout(SCHEMA, List.of(10.0, 0.0, 5.0), List.of(2.0, 1.0, 5.0));
        SideInputs inputs = layout.inputs(Side.MERCHANT);
        float[] written = new float[inputs.size() + 1];

        inputs.write(new float[] {12, Float.NaN}, written, 1);

        assertThat(written).containsExactly(0, 1, 0, 0.5f);
    }

    @Test
    void meanAndDeviationLeaveOutWhatIsMissing() {
        TokenLayout layout = TokenLayout.fit(
                SCHEMA, List.of(new float[] {1, Float.NaN, 4}, new float[] {3, Float.NaN, 4}, new float[] {
                    Float.NaN, Float.NaN, 4
                }));

        assertThat(layout.means()).containsExactly(2.0, 0.0, 4.0);
        assertThat(layout.deviations()).containsExactly(Math.sqrt(2), 1.0, 1.0);
    }

    @Test
    void aLayoutOfAnotherWidthIsRefused() {
        assertThatThrownBy(() -> new TokenLayout(SCHEMA, List.of(0.0), List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 means and 1 deviations for 3 features");
    }

    @Test
    void coldMerchantsAndUnknownCategoriesBecomeFiniteTokensInRange() {
        Marketplace market = SmallMarket.of(
                List.of(SmallMarket.merchant("cold"), SmallMarket.merchant("one")),
                List.of(SmallMarket.deal("d1", "one", SmallMarket.AS_OF.minusDays(60), 1500.0)),
                List.of());
        FeatureFit fit = FeatureFit.learn(market, SmallMarket.AS_OF);
        FeatureTable table = FeatureTable.of(market, fit, Progress.SILENT);
        TokenLayout layout = TokenLayout.fit(table.schema(), table.rows());
        LiveFeatures live = new LiveFeatures(market, fit);

        for (String merchant : List.of("cold", "one")) {
            for (String category : List.of("restaurant", "falconry")) {
                float[] tokens = layout.values(
                        live.row(SmallMarket.proposal("p", merchant, SmallMarket.terms(0.99, 100_000, 365, category))));
                assertThat(tokens)
                        .hasSize(layout.size(Side.DEAL) + layout.size(Side.MERCHANT) + layout.size(Side.JOINT));
                for (float token : tokens) {
                    assertThat(token).isBetween(-6f, 6f);
                }
            }
        }
    }
}
