package aidg.app.cli;

import aidg.app.Failure;
import aidg.engine.domain.Category;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Term;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What an edit may do, as options over what is usual.
final class LimitOptions {

    private static final String CATEGORY = "category";
    private static final Pattern LIMIT = Pattern.compile(
            "(?<term>[a-z]+)=(?<low>[0-9.]+?)(?<percent>%?)\\.\\.(?<high>[0-9.]+?)%?(/(?<step>[0-9.]+?)%?)?");

    @Option(
            names = "--freeze",
            split = ",",
            paramLabel = "TERM",
            description = "Keep these as they are: discount, price, duration, category.")
    private List<String> frozen = List.of();

    @Option(
            names = "--limit",
            paramLabel = "TERM=LO..HI[/STEP]",
            description = {
                "Keep a term inside a range, in whole steps: discount=0.2..0.35 or discount=20%%..35%%, price=60..90/5,",
                "duration=7..28/7. Default: nine in ten of what went out for this merchant."
            })
    private List<String> limits = List.of();

    @Option(names = "--max-changes", paramLabel = "N", description = "How many terms may change, 1 to 4. Default: 4.")
    private @Nullable Integer mostChanges;

    Limits over(Limits usual) {
        Limits changed = usual;
        for (String one : limits) {
            changed = limited(changed, one);
        }
        List<Category> categories = frozen.contains(CATEGORY) ? List.of() : usual.categories();
        for (String one : frozen) {
            if (!one.equals(CATEGORY)) {
                changed = changed.with(term(one, "--freeze"), null);
            }
        }
        int most = mostChanges == null ? usual.mostChanges() : mostChanges;
        if (most < 1 || most > Term.values().length + 1) {
            throw Failure.badInput(
                    "%d changes cannot be.".formatted(most), "--max-changes", "Give a number from 1 to 4.");
        }
        Limits kept = new Limits(changed.ranges(), categories, most);
        if (categories.isEmpty() && Stream.of(Term.values()).noneMatch(kept.ranges()::containsKey)) {
            throw Failure.badInput(
                    "Nothing may change: every term is frozen.", "--freeze", "Leave at least one of them free.");
        }
        return kept;
    }

    private static Limits limited(Limits limits, String written) {
        Matcher matcher = LIMIT.matcher(written.toLowerCase(Locale.ROOT).strip());
        if (!matcher.matches()) {
            throw wrong(written, "Write it like discount=0.2..0.35 or price=60..90/5.");
        }
        Term term = term(String.valueOf(matcher.group("term")), "--limit");
        double unit = String.valueOf(matcher.group("percent")).isEmpty() ? 1 : 100;
        Range usual = limits.ranges().get(term);
        String step = matcher.group("step");
        try {
            double low = Double.parseDouble(matcher.group("low")) / unit;
            double high = Double.parseDouble(matcher.group("high")) / unit;
            boolean isDiscount = term == Term.DISCOUNT;
            if (isDiscount && high >= 1) {
                throw wrong(written, "A discount is a fraction: write 0.25 or 25% for 25%.");
            }
            return limits.with(
                    term,
                    new Range(
                            low,
                            high,
                            step != null ? Double.parseDouble(step) / unit : usual == null ? 1 : usual.step(),
                            step != null || usual == null ? 0 : usual.offset()));
        } catch (NumberFormatException e) {
            throw wrong(written, "Write it like discount=0.2..0.35 or price=60..90/5.");
        } catch (IllegalArgumentException e) {
            throw wrong(written, "The first value must not be over the second, and a step must be more than 0.");
        }
    }

    private static Failure wrong(String written, String fix) {
        return Failure.badInput("'%s' is no range of a term.".formatted(written), "--limit", fix);
    }

    /// @param option where the word stands
    static Term term(String word, String option) {
        return Term.named(word)
                .orElseThrow(() -> Failure.badInput(
                        "'%s' is no term.".formatted(word),
                        option,
                        option.equals("--freeze")
                                ? "Choose from discount, price, duration and category."
                                : "Choose from discount, price and duration."));
    }
}
