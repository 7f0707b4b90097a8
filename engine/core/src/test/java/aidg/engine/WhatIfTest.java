package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Surface;
import aidg.engine.whatif.Term;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What other terms would bring, by the shipped model. [WB-10]
class WhatIfTest {

    @RegisterExtension
    static final ShippedSample SAMPLE = new ShippedSample();

    private final DealEngine engine = SAMPLE.engine();

    @Test
    void aSweptSurfaceSaysWhatScoringEveryPairSays() {
        for (Proposal proposal : List.of(SAMPLE.rich(), SAMPLE.cold())) {
            Axis discounts = new Axis(Term.DISCOUNT, List.of(0.1, 0.35, 0.6));
            Axis days = new Axis(Term.DURATION, List.of(7.0, 21.0));
            Axis prices = new Axis(Term.PRICE, List.of(12.5, 48.0));
            for (Axis y : List.of(days, prices)) {
                Surface surface = engine.whatIf(proposal).sweep(proposal.terms(), discounts, y);

                for (int i = 0; i < discounts.values().size(); i++) {
                    for (int j = 0; j < y.values().size(); j++) {
                        Proposal pair = proposal.withTerms(y.apply(discounts.apply(proposal.terms(), i), j));
                        ScoredDeal scored = engine.score(List.of(pair)).getFirst();
                        assertThat(surface.score()[i][j]).isCloseTo(scored.score(), offset(1e-5));
                        assertThat(surface.gp30()[i][j])
                                .isCloseTo(scored.expectedGp30().amount(), offset(0.05));
                    }
                }
            }
        }
    }

    @Test
    void whatWasTriedBeforeMakesNoDifference() {
        Proposal proposal = SAMPLE.rich();
        WhatIf whatIf = engine.whatIf(proposal);
        List<Axis> axes = List.of(
                new Axis(Term.DISCOUNT, List.of(0.15, 0.4)),
                new Axis(Term.PRICE, List.of(19.99, 60.0)),
                new Axis(Term.DURATION, List.of(10.0)));
        for (double discount : List.of(0.2, 0.33)) {
            for (double days : List.of(10.0, 20.0)) {
                DealTerms base = Term.DURATION.with(Term.DISCOUNT.with(proposal.terms(), discount), days);
                for (Axis axis : axes) {
                    Curve curve = Curve.of(whatIf, base, axis);

                    for (int i = 0; i < axis.values().size(); i++) {
                        ScoredDeal scored = engine.score(List.of(proposal.withTerms(axis.apply(base, i))))
                                .getFirst();
                        assertThat(curve.score()[i]).as("%s of %s", axis, base).isCloseTo(scored.score(), offset(1e-5));
                        assertThat(curve.low()[i]).isCloseTo(scored.interval().low(), offset(1e-5));
                    }
                }
            }
        }
    }

    /// Large enough to be shared out among the processors.
    @Test
    void aLargeSurfaceSaysWhatItsRowsSay() {
        Proposal proposal = SAMPLE.rich();
        Axis discounts = Axis.spread(Term.DISCOUNT, 0.02, 0.7, 40);
        Axis prices = Axis.spread(Term.PRICE, 8, 130, 40);
        Surface surface = engine.whatIf(proposal).sweep(proposal.terms(), discounts, prices);
        WhatIf other = engine.whatIf(proposal);

        for (int i = 0; i < discounts.values().size(); i += 13) {
            Surface row = other.sweep(
                    proposal.terms(),
                    new Axis(Term.DISCOUNT, List.of(discounts.values().get(i))),
                    prices);
            assertThat(surface.score()[i]).containsExactly(row.score()[0], offset(1e-6));
            assertThat(surface.gp30()[i]).containsExactly(row.gp30()[0], offset(1e-3));
        }
    }

    @Test
    void aSweepOfOneTermAgainstItselfOrOutOfRangeIsRefused() {
        WhatIf whatIf = engine.whatIf(SAMPLE.rich());
        Axis days = new Axis(Term.DURATION, List.of(7.0));
        Axis deep = new Axis(Term.DISCOUNT, List.of(1.5));

        assertThatThrownBy(() -> whatIf.sweep(SAMPLE.rich().terms(), days, days))
                .hasMessageContaining("DURATION");
        assertThatThrownBy(() -> whatIf.sweep(SAMPLE.rich().terms(), days, deep))
                .hasMessageContaining("discount");
        assertThatThrownBy(() -> new Axis(Term.PRICE, List.of())).hasMessageContaining("PRICE");
    }
}
