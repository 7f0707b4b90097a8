package aidg.ui.proposal;

import aidg.engine.SimilarMerchant;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.ui.format.Figures;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What similar merchants offered and what came of it, in words. Their deals are matured ones, so every outcome
/// is known.
public final class NeighbourWords {

    private final Figures figures;

    public NeighbourWords(Figures figures) {
        this.figures = figures;
    }

    /// What stands above everything: `3 of 5 similar merchants beat their baseline last time`.
    public String finding(SimilarMerchants found) {
        List<Deal> latest = found.neighbours().stream()
                .map(SimilarMerchant::latest)
                .filter(Objects::nonNull)
                .toList();
        if (found.neighbours().isEmpty()) {
            return "No merchant to compare with";
        }
        if (latest.isEmpty()) {
            return "No similar merchant has a matured deal yet";
        }
        long beat = latest.stream().filter(NeighbourWords::reached).count();
        return "%s of %s similar merchants beat their baseline last time"
                .formatted(figures.count(beat), figures.count(latest.size()));
    }

    /// The picture and the table in sentences.
    public String sentences(SimilarMerchants found) {
        if (found.neighbours().isEmpty()) {
            return "";
        }
        SimilarMerchant closest = found.neighbours().getFirst();
        Deal latest = closest.latest();
        StringBuilder words = new StringBuilder("In words. Closest is %s (likeness %s): "
                .formatted(closest.merchant().name(), figures.hundredths(closest.cosine())));
        words.append(
                latest == null
                        ? "it has no matured deal yet."
                        : "%s at %s %s."
                                .formatted(
                                        figures.percent(latest.terms()
                                                        .discount()
                                                        .fraction()) + " off",
                                        figures.price(latest.terms().price()),
                                        earned(latest)));
        found.neighbours().stream()
                .skip(1)
                .filter(one -> one.latest() != null && !reached(Objects.requireNonNull(one.latest())))
                .findFirst()
                .ifPresent(missed -> words.append(" %s missed its baseline%s."
                        .formatted(
                                missed.merchant().name(),
                                missed.differs().isEmpty()
                                        ? ""
                                        : "; what differs: " + String.join(", ", missed.differs()))));
        return words.toString();
    }

    private String earned(Deal deal) {
        String against = against(deal);
        return "earned %s%s"
                .formatted(
                        figures.money(outcome(deal).gp30()),
                        against.isEmpty() ? "" : ", %s its baseline".formatted(against));
    }

    /// `9% over`; empty without a positive baseline. [B9]
    public String against(Deal deal) {
        return deal.baselineGp30().isPositive() ? figures.against(outcome(deal).gp30(), deal.baselineGp30()) : "";
    }

    /// What a deal earned; empty if there is none.
    public String gp30(@Nullable Deal deal) {
        return deal == null ? "" : figures.money(outcome(deal).gp30());
    }

    /// Whether a matured deal reached its merchant's baseline.
    public static boolean reached(Deal deal) {
        return outcome(deal).gp30().compareTo(deal.baselineGp30()) >= 0;
    }

    private static DealOutcome outcome(Deal deal) {
        return Objects.requireNonNull(deal.outcome(), "a matured deal has an outcome");
    }

    /// Area or city.
    public static String place(SimilarMerchant one) {
        return one.merchant().area().isEmpty()
                ? one.city().name()
                : one.merchant().area() + ", " + one.city().name();
    }
}
