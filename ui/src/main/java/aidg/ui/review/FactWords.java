package aidg.ui.review;

import aidg.engine.ScoreTrace.FeatureValue;
import aidg.engine.domain.Money;
import aidg.ui.format.Figures;
import java.util.Locale;

/// Names and values of features as people say them: `past_success_rate` reads `Past success rate`.
final class FactWords {

    private FactWords() {}

    static String name(String technical) {
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
            case "share", "fraction", "probability" -> figures.percent(value);
            case "dollars", "usd", "$" -> figures.price(Money.of(Math.rint(value)));
            case "days", "day" -> figures.days((int) Math.round(value));
            case "" -> figures.decimal(value, 2);
            default -> figures.decimal(value, 2) + " " + feature.unit();
        };
    }
}
