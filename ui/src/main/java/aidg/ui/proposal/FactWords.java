package aidg.ui.proposal;

import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.domain.Money;
import aidg.ui.format.Figures;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/// Names and values of features as people say them. The names lie in `facts.properties`; a feature that is not
/// there is spelled out: `past_success_rate` reads `Past success rate`.
final class FactWords {

    private static final ResourceBundle NAMES = ResourceBundle.getBundle("aidg.ui.proposal.facts");

    private FactWords() {}

    /// Name of a group of facts.
    static String group(String token) {
        return NAMES.containsKey(token) ? NAMES.getString(token) : spelled(token);
    }

    /// Name of a fact within its group.
    static String name(FeatureValue feature) {
        String key = feature.token() + "." + feature.feature();
        return NAMES.containsKey(key) ? NAMES.getString(key) : spelled(feature.feature());
    }

    private static String spelled(String technical) {
        String spaced = technical
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .replaceAll("[_./-]+", " ")
                .strip();
        if (spaced.isEmpty()) {
            return technical;
        }
        boolean shouting = spaced.equals(spaced.toUpperCase(Locale.ROOT));
        String calm = shouting ? spaced : spaced.toLowerCase(Locale.ROOT).replace("gp30", "GP30");
        return Character.toUpperCase(calm.charAt(0)) + calm.substring(1);
    }

    static String value(FeatureValue feature, Figures figures) {
        if (feature.missing()) {
            return "not known";
        }
        double value = feature.value();
        return switch (feature.unit().toLowerCase(Locale.ROOT)) {
            case "share", "fraction", "probability", "ratio" -> figures.percent(value);
            case "dollars", "usd", "$" -> figures.price(Money.of(Math.rint(value)));
            case "log $" -> figures.price(Money.of(Math.rint(Math.exp(value))));
            case "log ratio" -> signed(Math.expm1(value), figures);
            case "log share" -> figures.percent(Math.exp(value));
            case "days", "day" -> figures.days((int) Math.round(value));
            case "log days" -> figures.days((int) Math.round(Math.exp(value)));
            case "log1p days" -> figures.days((int) Math.round(Math.expm1(value)));
            case "days/30" -> figures.days((int) Math.round(30 * value));
            case "log count" -> figures.count(Math.round(Math.expm1(value)));
            case "count" -> figures.count(Math.round(value));
            case "log km" -> figures.decimal(Math.expm1(value), 1) + " km";
            case "weekday" -> DayOfWeek.of((int) Math.round(value)).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "index/100" -> figures.count(Math.round(100 * value)) + " of 100";
            case "flag" -> value > 0.5 ? "yes" : "no";
            case "", "-", "weight", "score", "share²" -> figures.decimal(value, 2);
            default -> figures.decimal(value, 2) + " " + feature.unit();
        };
    }

    /// A change with its sign: `+12%`.
    private static String signed(double change, Figures figures) {
        return (change > 0 ? "+" : "") + figures.percent(change);
    }

    /// Whether a fact is worth a line: forms that only the network needs have no name, and the columns of a one-hot
    /// vector say what stands above already.
    static boolean tells(FeatureValue feature) {
        return !name(feature).isEmpty()
                && !feature.feature().startsWith("is_")
                && !feature.feature().startsWith("latent_");
    }
}
