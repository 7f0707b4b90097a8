package aidg.engine.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads policies as people write them: `+5pt`, `=30%`, `max:40%` of a discount, `-10%`, `+$5`, `min:20` of a
/// price.
public final class PolicyText {

    private static final Pattern FORM = Pattern.compile(
            "(?<what>max:|min:|=|\\+|-)(?<dollar>\\$?)(?<number>\\d+(\\.\\d+)?)(?<unit>%|pts?|points?|)");

    private PolicyText() {}

    /// @param term `DISCOUNT` or `PRICE`
    /// @throws IllegalArgumentException saying what is wrong with it
    public static Policy read(Term term, String written) {
        String plain = written.replaceAll("\\s", "").replace('\u2212', '-').toLowerCase(Locale.ROOT);
        Matcher form = FORM.matcher(plain);
        if (!form.matches()) {
            throw new IllegalArgumentException("'%s' is no policy".formatted(written));
        }
        double number = Double.parseDouble(String.valueOf(form.group("number")));
        String what = String.valueOf(form.group("what"));
        boolean moves = what.equals("+") || what.equals("-");
        boolean dollars = "$".equals(form.group("dollar"));
        String unit = String.valueOf(form.group("unit"));
        return term == Term.DISCOUNT
                ? discount(written, what, moves ? signed(what, number) : number, moves, dollars, unit)
                : price(written, what, moves ? signed(what, number) : number, moves, dollars, unit);
    }

    /// The policy as `read` understands it.
    public static String write(Policy policy) {
        return switch (policy) {
            case Policy.Shift(Term term, double by) -> {
                String sign = by < 0 ? "-" : "+";
                yield term == Term.DISCOUNT
                        ? "%s%spt".formatted(sign, plain(100 * Math.abs(by)))
                        : "%s$%s".formatted(sign, plain(Math.abs(by)));
            }
            case Policy.Scale(double factor) ->
                "%s%s%%".formatted(factor < 1 ? "-" : "+", plain(100 * Math.abs(factor - 1)));
            case Policy.Fix(Term term, double to) -> "=" + level(term, to);
            case Policy.AtMost(Term term, double most) -> "max:" + level(term, most);
            case Policy.AtLeast(Term term, double least) -> "min:" + level(term, least);
        };
    }

    private static String level(Term term, double value) {
        return term == Term.DISCOUNT ? plain(100 * value) + "%" : "$" + plain(value);
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(6, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double signed(String sign, double number) {
        return sign.equals("-") && number != 0 ? -number : number;
    }

    private static Policy discount(
            String written, String what, double number, boolean moves, boolean dollars, String unit) {
        boolean points = unit.startsWith("p");
        if (dollars || moves && !points) {
            throw new IllegalArgumentException(
                    "'%s' does not say how many points: write +5pt for five percentage points more".formatted(written));
        }
        if (!moves && !unit.equals("%")) {
            throw new IllegalArgumentException("'%s' is no discount in percent: write =30%%".formatted(written));
        }
        return moves ? new Policy.Shift(Term.DISCOUNT, number / 100) : level(Term.DISCOUNT, what, number / 100);
    }

    private static Policy price(
            String written, String what, double number, boolean moves, boolean dollars, String unit) {
        boolean share = unit.equals("%");
        if (unit.startsWith("p") || share && (dollars || !moves)) {
            throw new IllegalArgumentException(
                    "'%s' is no price: write -10%% for a tenth less, +$5 or max:$40".formatted(written));
        }
        if (!moves) {
            return level(Term.PRICE, what, number);
        }
        return share ? new Policy.Scale(1 + number / 100) : new Policy.Shift(Term.PRICE, number);
    }

    private static Policy level(Term term, String what, double value) {
        return switch (what) {
            case "max:" -> new Policy.AtMost(term, value);
            case "min:" -> new Policy.AtLeast(term, value);
            default -> new Policy.Fix(term, value);
        };
    }
}
