package aidg.engine.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which rows of the queue are shown, as a line of terms that must all hold: plain words are looked for in
/// merchant, offer, category, place and reason; `category:spa`, `city:chicago`, `guard:rejected` and
/// `guard:allowed` name one field; `score<50`, `override>30`, `discount>=40`, `gp30>5000`, `price<30`,
/// `days>14` compare one, in percent, dollars or days. A term with `-` before it must not hold.
///
/// @param text    the line as it was typed
/// @param snoozed whether it shows the rows that are put off, by `is:snoozed`, instead of those that await review
public record QueueFilter(String text, List<Term> terms, boolean snoozed) {

    public static final QueueFilter ALL = new QueueFilter("", List.of(), false);

    private static final Pattern COMPARISON = Pattern.compile("([a-z0-9]+)(<=|>=|<|>|=)([-0-9.]+)[%$]?");
    private static final double PERCENT = 100;

    /// One condition.
    ///
    /// @param words how it was typed, in lower case
    public record Term(String words, Predicate<Row> holds) {}

    /// A row with what plain words are looked for in.
    ///
    /// @param text in lower case
    public record Row(ReviewItem item, String text) {

        public static Row of(ReviewItem item) {
            return new Row(
                    item,
                    String.join(
                                    "\n",
                                    item.scored().proposal().id(),
                                    item.merchant().name(),
                                    item.scored().proposal().title(),
                                    item.scored().proposal().terms().category().words(),
                                    item.merchant().area(),
                                    item.city().name(),
                                    item.reason())
                            .toLowerCase(Locale.ROOT));
        }
    }

    /// What came of reading a line.
    public sealed interface Reading {}

    public record Read(QueueFilter filter) implements Reading {}

    /// @param term what could not be read
    /// @param why  what is wrong with it and what would do
    public record Refused(String term, String why) implements Reading {}

    public QueueFilter {
        terms = List.copyOf(terms);
    }

    /// Reads a line.
    public static Reading read(String line) {
        List<Term> terms = new ArrayList<>();
        boolean snoozed = false;
        for (String typed : line.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (typed.isEmpty() || typed.equals("-")) {
                continue;
            }
            if (typed.equals("is:snoozed")) {
                snoozed = true;
                continue;
            }
            boolean not = typed.startsWith("-");
            String word = not ? typed.substring(1) : typed;
            Optional<Predicate<Row>> condition = condition(word);
            if (condition.isEmpty()) {
                return new Refused(typed, problem(word));
            }
            terms.add(new Term(typed, not ? condition.get().negate() : condition.get()));
        }
        return new Read(new QueueFilter(line.strip(), terms, snoozed));
    }

    /// Whether every term holds of a row.
    public boolean shows(Row row) {
        for (Term term : terms) {
            if (!term.holds().test(row)) {
                return false;
            }
        }
        return true;
    }

    /// The first term that no row passes, as it was typed: most likely a slip.
    public Optional<String> nowhere(List<Row> rows) {
        return terms.stream()
                .filter(term -> rows.stream().noneMatch(term.holds()))
                .map(Term::words)
                .findFirst();
    }

    private static Optional<Predicate<Row>> condition(String word) {
        Matcher comparison = COMPARISON.matcher(word);
        if (comparison.matches()) {
            return comparison(comparison.group(1), comparison.group(2), comparison.group(3));
        }
        if (word.contains("<") || word.contains(">") || word.contains("=")) {
            return Optional.empty();
        }
        int colon = word.indexOf(':');
        if (colon < 0) {
            return Optional.of(row -> row.text().contains(word));
        }
        String wanted = word.substring(colon + 1).replace('-', ' ');
        return switch (word.substring(0, colon)) {
            case "category" ->
                named(
                        wanted,
                        row -> row.item().scored().proposal().terms().category().words());
            case "city" -> named(wanted, row -> row.item().city().name());
            case "guard" ->
                switch (wanted) {
                    case "rejected" ->
                        Optional.of(row -> !row.item().scored().guard().allowed());
                    case "allowed" ->
                        Optional.of(row -> row.item().scored().guard().allowed());
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static Optional<Predicate<Row>> named(String wanted, java.util.function.Function<Row, String> field) {
        return wanted.isEmpty()
                ? Optional.empty()
                : Optional.of(row -> field.apply(row)
                        .toLowerCase(Locale.ROOT)
                        .replace('-', ' ')
                        .contains(wanted));
    }

    private static Optional<Predicate<Row>> comparison(String field, String sign, String figure) {
        Optional<ToDoubleFunction<ReviewItem>> read = figure(field);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        double wanted;
        try {
            wanted = Double.parseDouble(figure);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        DoubleBinaryOperator holds = switch (sign) {
            case "<" -> (a, b) -> a < b ? 1 : 0;
            case "<=" -> (a, b) -> a <= b ? 1 : 0;
            case ">" -> (a, b) -> a > b ? 1 : 0;
            case ">=" -> (a, b) -> a >= b ? 1 : 0;
            default -> (a, b) -> a == b ? 1 : 0;
        };
        return Optional.of(row -> holds.applyAsDouble(read.get().applyAsDouble(row.item()), wanted) == 1);
    }

    private static Optional<ToDoubleFunction<ReviewItem>> figure(String field) {
        return Optional.ofNullable(
                switch (field) {
                    case "score" -> item -> PERCENT * item.scored().score();
                    case "override" -> item -> PERCENT * item.value().overrideChance();
                    case "width" -> item -> PERCENT * item.value().uncertainty();
                    case "gp30" -> item -> item.scored().expectedGp30().amount();
                    case "discount" ->
                        item -> item.scored().proposal().terms().discount().percent();
                    case "price" ->
                        item -> item.scored().proposal().terms().price().amount();
                    case "days" -> item -> item.scored().proposal().terms().durationDays();
                    default -> null;
                });
    }

    private static String problem(String word) {
        if (word.startsWith("guard:")) {
            return "guard: takes rejected or allowed";
        }
        if (word.endsWith(":")) {
            return "say what after the colon: %sspa".formatted(word);
        }
        return word.contains(":")
                ? "the fields are category:, city:, guard: and is:snoozed"
                : "compare score, override, width, discount (percent), gp30, price (dollars) or days with a number: score<50";
    }
}
