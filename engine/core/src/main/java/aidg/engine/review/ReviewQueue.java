package aidg.engine.review;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.ReviewItem.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Ranks proposals by the value of looking at them: GP at stake x uncertainty x override likelihood.
public final class ReviewQueue {

    /// An interval this wide is worth saying.
    private static final double WIDE = 0.35;

    /// A discount this far over the merchant's usual one is worth saying.
    private static final double DEEPER = 0.08;

    /// A price this far from the merchant's usual one is worth saying, as a share of it.
    private static final double OFF_RANGE = 0.35;

    /// A run this many times the merchant's usual one is worth saying.
    private static final double LONGER = 1.8;

    private final Marketplace marketplace;

    public ReviewQueue(Marketplace marketplace) {
        this.marketplace = marketplace;
    }

    /// Scored proposals of this marketplace, most worth a look first; ties by id.
    public List<ReviewItem> rank(List<ScoredDeal> scored) {
        return ranked(scored.stream().map(this::item).toList(), ReviewWeights.PLAIN);
    }

    /// Rows in the order of their worth under these weights, highest first; ties by id.
    public static List<ReviewItem> ranked(List<ReviewItem> items, ReviewWeights weights) {
        record Ranked(ReviewItem item, double worth) {}
        return items.stream()
                .map(item -> new Ranked(item, weights.worth(item.value())))
                .sorted(Comparator.comparingDouble(Ranked::worth)
                        .reversed()
                        .thenComparing(
                                ranked -> ranked.item().scored().proposal().id()))
                .map(Ranked::item)
                .toList();
    }

    /// One scored proposal as a row of the queue.
    public ReviewItem item(ScoredDeal scored) {
        Merchant merchant = marketplace.merchant(scored.proposal().merchantId()).orElseThrow();
        Value value = new Value(scored.expectedGp30(), scored.interval().width(), 1 - scored.approval());
        return new ReviewItem(scored, merchant, marketplace.cityOf(merchant), value, reason(scored));
    }

    private String reason(ScoredDeal scored) {
        if (!scored.guard().allowed()) {
            return scored.guard().reason();
        }
        List<Deal> past = marketplace.dealsOf(scored.proposal().merchantId());
        if (past.isEmpty()) {
            return "First deal";
        }
        double discount = scored.proposal().terms().discount().fraction();
        double usualDiscount = mean(
                past.stream().mapToDouble(d -> d.terms().discount().fraction()).average());
        if (discount - usualDiscount > DEEPER) {
            return "Deeper than usual";
        }
        double usualPrice =
                mean(past.stream().mapToDouble(d -> d.terms().price().amount()).average());
        if (Math.abs(scored.proposal().terms().price().amount() / usualPrice - 1) > OFF_RANGE) {
            return "Price off range";
        }
        double usualDays =
                mean(past.stream().mapToDouble(d -> d.terms().durationDays()).average());
        if (scored.proposal().terms().durationDays() > LONGER * usualDays) {
            return String.format(
                    Locale.ROOT, "Long run, %d days", scored.proposal().terms().durationDays());
        }
        if (scored.interval().width() > WIDE) {
            return "Wide interval";
        }
        return scored.expectedGp30().amount()
                        > 2 * scored.proposal().baselineGp30().amount()
                ? "High stake"
                : "Routine";
    }

    private static double mean(OptionalDouble average) {
        return average.orElse(Double.NaN);
    }
}
