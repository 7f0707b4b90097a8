package aidg.engine.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.whatif.Curve.Stretch;
import aidg.engine.whatif.Limits.Range;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Response curves and where minds change on them; values that ranges allow. [WB-10]
class CurveTest {

    private static final DealTerms TERMS = new DealTerms(new Discount(0.3), Money.of(50), 14, new Category("spa"));

    @Test
    void mindsChangeWhereScoreOrGuardDo() {
        Offers offers = (base, x, y) -> {
            Surface surface = Surface.empty(x, y);
            for (int i = 0; i < x.values().size(); i++) {
                double discount = x.apply(base, i).discount().fraction();
                surface.score()[i][0] = discount > 0.15 ? 0.7 : 0.3;
                surface.allowed()[i][0] = discount < 0.45 || discount > 0.55;
            }
            return surface;
        };

        Curve curve = Curve.of(offers, TERMS, Axis.spread(Term.DISCOUNT, 0.1, 0.7, 7));

        assertThat(curve.values()).hasSize(7);
        List<Stretch> stretches = curve.acceptable(0.5);
        assertThat(stretches).hasSize(2);
        assertThat(stretches.getFirst().from()).isBetween(0.19, 0.21);
        assertThat(stretches.getFirst().to()).isBetween(0.39, 0.41);
        assertThat(stretches.getLast().to()).isBetween(0.69, 0.71);
        assertThat(stretches.getFirst().holds(0.3)).isTrue();
        assertThat(stretches.getFirst().holds(0.5)).isFalse();
        assertThat(curve.acceptable(0.9)).isEmpty();
    }

    @Test
    void rangesKeepToTheirStepsWithoutDust() {
        assertThat(new Range(0, 0.3, 0.1, 0).values()).containsExactly(0.0, 0.1, 0.2, 0.3);
        assertThat(new Range(20, 23, 1, 0.99).values()).containsExactly(20.99, 21.99, 22.99);
        assertThat(new Range(7, 21, 7, 0).values()).containsExactly(7.0, 14.0, 21.0);
        assertThat(new Range(5.5, 5.9, 1, 0).values()).isEmpty();
    }

    @Test
    void impossibleRangesAreRefused() {
        assertThatThrownBy(() -> new Range(2, 1, 1, 0)).hasMessageContaining("2.0 to 1.0");
        assertThatThrownBy(() -> new Range(0, 1, 0, 0)).hasMessageContaining("steps of 0.0");
        assertThatThrownBy(() -> new Range(0, 1e9, 1e-3, 0)).hasMessageContaining("cannot be");
        assertThatThrownBy(() -> new Axis(Term.PRICE, List.of())).hasMessageContaining("PRICE");
    }
}
