package aidg.ui.control;

import aidg.engine.explain.Honesty;
import aidg.engine.explain.Honesty.Badge;
import aidg.engine.explain.Honesty.Check;
import org.kordamp.ikonli.feather.Feather;

/// What the checks of an explanation mean to the person who reads it.
public final class HonestyWords {

    private HonestyWords() {}

    public static String verdict(Honesty honesty) {
        String of = "%d of %d checks hold"
                .formatted(honesty.held(), honesty.checks().size());
        return switch (honesty.badge()) {
            case GREEN -> "Yes, " + of;
            case AMBER -> "With care: " + of;
            case LITTLE -> "There is little to explain";
            case RED -> "No: " + of;
        };
    }

    /// The same on a chip: `Explanation holds: 4 of 4 checks`.
    public static String chip(Honesty honesty) {
        String of = "%d of %d checks".formatted(honesty.held(), honesty.checks().size());
        return switch (honesty.badge()) {
            case GREEN -> "Explanation holds: " + of;
            case AMBER -> "Careful: " + of;
            case LITTLE -> "Little to explain";
            case RED -> "Hidden: " + of;
        };
    }

    /// The style of a badge.
    public static String tone(Badge badge) {
        return switch (badge) {
            case GREEN -> Style.GOOD;
            case AMBER -> Style.CAREFUL;
            case LITTLE -> Style.MUTED;
            case RED -> Style.BAD;
        };
    }

    /// The sign of a badge.
    public static Feather icon(Badge badge) {
        return switch (badge) {
            case GREEN -> Feather.SHIELD;
            case AMBER -> Feather.ALERT_TRIANGLE;
            case LITTLE -> Feather.MINUS_CIRCLE;
            case RED -> Feather.SHIELD_OFF;
        };
    }

    public static String advice(Badge badge) {
        return switch (badge) {
            case GREEN ->
                "The model acts by these facts. In two of three such cases the first one is the true main cause.";
            case AMBER -> "The failing check stands beside the story.";
            case LITTLE -> "No fact sets this deal far apart from others of its category.";
            case RED -> "The score stands, its story does not.";
        };
    }

    public static String name(Check.Kind kind) {
        return switch (kind) {
            case AGREEMENT -> "Agreement";
            case DELETION -> "Deletion test";
            case FIDELITY -> "Local fidelity";
            case STEADINESS -> "Steadiness";
        };
    }

    public static String meaning(Check.Kind kind) {
        return switch (kind) {
            case AGREEMENT -> "Other methods rank alike";
            case DELETION -> "The score follows the facts";
            case FIDELITY -> "Parts foretell mixed deals";
            case STEADINESS -> "Would be named again";
        };
    }
}
