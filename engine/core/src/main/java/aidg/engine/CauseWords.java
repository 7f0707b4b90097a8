package aidg.engine;

import aidg.engine.forecast.Cause;
import aidg.engine.forecast.CauseFigures;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/// Says in a few words what a cause of the sales forecast is for one deal, and what it is among those that it is
/// explained against.
final class CauseWords {

    private final CauseFigures own;
    private final List<CauseFigures> others;

    CauseWords(CauseFigures own, List<CauseFigures> others) {
        this.own = own;
        this.others = List.copyOf(others);
    }

    /// For this deal: `Discount 16%, managers settle at about 25%`.
    String of(Cause cause) {
        double measure = own.measure(cause);
        return switch (cause) {
            case DISCOUNT ->
                "Discount %s, managers settle at about %s"
                        .formatted(percent(own.discount()), percent(own.discount() - measure));
            case PRICE ->
                "List price %s, managers settle at about %s"
                        .formatted(dollars(own.list()), dollars(own.list() * Math.exp(-measure)));
            case DURATION ->
                "Runs %s days, managers settle at about %s"
                        .formatted(count(own.days()), count(own.days() * Math.exp(-measure)));
            case CATEGORY ->
                measure == 0
                        ? "Sold in the merchant's own category"
                        : "Sold as %s by a merchant of %s"
                                .formatted(own.sold().words(), own.own().words());
            case SEASON -> "Time of the year, " + month(measure);
            case FATIGUE -> "Earlier runs not yet forgotten, " + tenths(measure);
            case COMPETITION -> measure < 0.5 ? "No rival deal at the time" : rivals(measure) + " at the time";
            case PLACE -> "City and area sell " + more(measure) + " than others";
            case NATURE -> "Its customers buy " + more(measure) + " than others'";
            case STATE -> "At present it sells " + more(measure) + " than usual";
            case BASELINE -> "Baseline " + over(measure) + " its usual one";
            case OVERRIDES ->
                "Merchant and manager override %s times as often as others".formatted(tenths(Math.exp(measure)));
        };
    }

    /// What it is among the others, on average: `typical 2 points under it`; empty where that says nothing.
    String typical(Cause cause) {
        if (others.isEmpty()) {
            return "";
        }
        double mean = mean(cause);
        return switch (cause) {
            case DISCOUNT -> "typical " + points(mean);
            case PRICE, DURATION, BASELINE -> "typical " + over(mean) + " it";
            case FATIGUE -> "typical " + tenths(mean);
            case COMPETITION -> "typical " + count(mean);
            case PLACE, NATURE, STATE -> "typical " + more(mean);
            case OVERRIDES -> "typical " + tenths(Math.exp(mean));
            case CATEGORY, SEASON -> "";
        };
    }

    /// Whether the cause, taken alone, speaks for the deal (1), against it (-1), or neither (0), where that can be
    /// told from more or less of it. What is written alike does neither.
    int alone(Cause cause) {
        if (others.isEmpty() || isAsUsual(cause)) {
            return 0;
        }
        int more = (int) Math.signum(own.measure(cause) - mean(cause));
        return switch (cause) {
            case PLACE, NATURE, STATE -> more;
            case FATIGUE, COMPETITION, BASELINE, OVERRIDES -> -more;
            case DISCOUNT, PRICE, DURATION, CATEGORY, SEASON -> 0;
        };
    }

    /// Whether its words give the same figure for this deal and for the others.
    boolean isAsUsual(Cause cause) {
        double measure = own.measure(cause);
        return !others.isEmpty()
                && switch (cause) {
                    case FATIGUE -> tenths(measure).equals(tenths(mean(cause)));
                    case COMPETITION -> count(measure).equals(count(mean(cause)));
                    case PLACE, NATURE, STATE -> more(measure).equals(more(mean(cause)));
                    case BASELINE -> over(measure).equals(over(mean(cause)));
                    case OVERRIDES -> tenths(Math.exp(measure)).equals(tenths(Math.exp(mean(cause))));
                    case DISCOUNT, PRICE, DURATION, CATEGORY, SEASON -> false;
                };
    }

    private double mean(Cause cause) {
        return others.stream()
                .mapToDouble(other -> other.measure(cause))
                .average()
                .orElse(0);
    }

    private static String points(double gap) {
        long points = Math.round(Math.abs(gap) * 100);
        return points == 0
                ? "at it"
                : points + (points == 1 ? " point " : " points ") + (gap < 0 ? "under it" : "over it");
    }

    private static String over(double log) {
        return "%s%% %s".formatted(count(Math.abs(Math.expm1(log)) * 100), log < 0 ? "under" : "over");
    }

    private static String more(double log) {
        return "%s%% %s".formatted(count(Math.abs(Math.expm1(log)) * 100), log < 0 ? "less" : "more");
    }

    private static String rivals(double count) {
        return count(count) + (Math.round(count) == 1 ? " rival deal" : " rival deals");
    }

    /// Of a part of the year: `early June`.
    private static String month(double yearPart) {
        LocalDate day = LocalDate.of(2001, 1, 1).plusDays((long) (yearPart * 365));
        String part = day.getDayOfMonth() <= 10 ? "early " : day.getDayOfMonth() <= 20 ? "mid " : "late ";
        return part + day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String percent(double share) {
        return count(share * 100) + "%";
    }

    private static String dollars(double amount) {
        return String.format(Locale.ROOT, "$%,.0f", amount);
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
}
