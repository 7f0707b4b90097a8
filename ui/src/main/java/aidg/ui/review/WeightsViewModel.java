package aidg.ui.review;

import aidg.engine.review.ReviewWeights;
import java.util.function.Consumer;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/// The weights of the factors of the value of review, being changed. The queue is ranked anew while they move.
final class WeightsViewModel implements Asking {

    private final DoubleProperty stake = new SimpleDoubleProperty();
    private final DoubleProperty uncertainty = new SimpleDoubleProperty();
    private final DoubleProperty overrideChance = new SimpleDoubleProperty();
    private final Consumer<ReviewWeights> onChange;
    private ReviewWeights told;

    WeightsViewModel(ReviewWeights now, Consumer<ReviewWeights> onChange) {
        this.onChange = onChange;
        told = now;
        show(now);
        stake.subscribe(moved -> tell());
        uncertainty.subscribe(moved -> tell());
        overrideChance.subscribe(moved -> tell());
    }

    private void show(ReviewWeights weights) {
        stake.set(weights.stake());
        uncertainty.set(weights.uncertainty());
        overrideChance.set(weights.overrideChance());
    }

    private void tell() {
        if (stake.get() + uncertainty.get() + overrideChance.get() == 0) {
            return;
        }
        ReviewWeights now = new ReviewWeights(stake.get(), uncertainty.get(), overrideChance.get());
        if (!now.equals(told)) {
            told = now;
            onChange.accept(now);
        }
    }

    /// All factors count alike again.
    void plain() {
        show(ReviewWeights.PLAIN);
    }

    /// Of the gross profit at stake, 0..3.
    DoubleProperty stakeProperty() {
        return stake;
    }

    /// Of the width of the score's interval, 0..3.
    DoubleProperty uncertaintyProperty() {
        return uncertainty;
    }

    /// Of the chance of an override, 0..3.
    DoubleProperty overrideChanceProperty() {
        return overrideChance;
    }
}
