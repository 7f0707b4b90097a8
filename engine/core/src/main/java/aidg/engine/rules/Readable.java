package aidg.engine.rules;

import java.util.Locale;

/// A fact that a rule can speak of.
///
/// @param name  as it stands in a rule: `avg_discount`
/// @param kind  how its values are written
/// @param value of a flag, what it is when set: `restaurant`; else empty
/// @param words for people: `usual discount`
public record Readable(String name, Kind kind, String value, String words) {

    /// How values are written.
    public enum Kind {
        /// 0..1: `0.35`
        SHARE,
        /// Dollars: `84`
        DOLLARS,
        /// Whole days
        DAYS,
        /// How many
        COUNT,
        /// 0 or 1, told as `name='value'` or `name!='value'`
        FLAG
    }

    /// A fact with a number.
    public static Readable of(String name, Kind kind, String words) {
        return new Readable(name, kind, "", words);
    }

    /// A fact with a number whose name is clear.
    public static Readable of(String name, Kind kind) {
        return of(name, kind, spaced(name));
    }

    /// Whether something is the case.
    public static Readable flag(String name, String value) {
        return new Readable(name, Kind.FLAG, value, spaced(name));
    }

    private static String spaced(String name) {
        return name.replace('_', ' ');
    }

    /// A threshold as it is written in a rule; parsing it again gives the number that rules are read with.
    String written(double threshold) {
        return switch (kind) {
            case SHARE -> String.format(Locale.ROOT, "%.3f", threshold).replaceAll("0{1,2}$", "");
            case DOLLARS -> String.format(Locale.ROOT, threshold < 20 ? "%.2f" : "%.0f", threshold);
            case DAYS, COUNT -> String.format(Locale.ROOT, "%d", (long) Math.floor(threshold));
            case FLAG -> "0.5";
        };
    }

    /// A value as people say it: `35%`, `$84`, `14 days`.
    String said(double number) {
        return switch (kind) {
            case SHARE -> String.format(Locale.ROOT, "%.1f", 100 * number).replaceAll("\\.0$", "") + "%";
            case DOLLARS -> "$" + String.format(Locale.ROOT, number < 20 ? "%.2f" : "%,.0f", number);
            case DAYS -> (long) Math.floor(number) + (Math.floor(number) == 1 ? " day" : " days");
            case COUNT -> String.format(Locale.ROOT, "%,d", (long) Math.floor(number));
            case FLAG -> spaced(value);
        };
    }

    /// For people: `dollars`, `days`.
    public String unit() {
        return switch (kind) {
            case SHARE -> "share of 1";
            case DOLLARS -> "dollars";
            case DAYS -> "days";
            case COUNT -> "count";
            case FLAG -> "";
        };
    }
}
