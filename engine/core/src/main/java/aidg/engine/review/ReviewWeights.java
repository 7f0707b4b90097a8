package aidg.engine.review;

/// How much each factor counts in the value of review: its exponent. With 1 everywhere the value is plain
/// GP at stake x uncertainty x override likelihood, in money; 0 leaves a factor out, 2 lets it count twice.
///
/// @param stake          of the gross profit at stake, 0..3
/// @param uncertainty    of the width of the score's interval, 0..3
/// @param overrideChance of the probability of an override, 0..3
public record ReviewWeights(double stake, double uncertainty, double overrideChance) {

    public static final ReviewWeights PLAIN = new ReviewWeights(1, 1, 1);

    /// The largest weight.
    public static final double MOST = 3;

    public ReviewWeights {
        requireWeight("stake", stake);
        requireWeight("uncertainty", uncertainty);
        requireWeight("override chance", overrideChance);
        if (stake == 0 && uncertainty == 0 && overrideChance == 0) {
            throw new IllegalArgumentException("at least one weight must be more than 0, or there is no order");
        }
    }

    private static void requireWeight(String name, double weight) {
        if (!(weight >= 0 && weight <= MOST)) {
            throw new IllegalArgumentException("weight %s of the %s is not in 0..%.0f".formatted(weight, name, MOST));
        }
    }

    /// What the queue is ranked by. Money only if `isPlain`.
    public double worth(ReviewItem.Value value) {
        return Math.pow(Math.abs(value.atStake().amount()), stake)
                * Math.pow(value.uncertainty(), uncertainty)
                * Math.pow(value.overrideChance(), overrideChance);
    }

    public boolean isPlain() {
        return equals(PLAIN);
    }
}
