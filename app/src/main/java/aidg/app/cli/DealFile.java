package aidg.app.cli;

import aidg.app.Failure;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads a plain CSV file of deals to score: numbers, ids and dates only, so no quoting is needed or accepted.
final class DealFile {

    private static final String MERCHANT = "merchant_id";
    private static final String DISCOUNT = "discount";
    private static final String PRICE = "price";
    private static final String DAYS = "duration_days";
    private static final String CATEGORY = "category";
    private static final String START = "starts_on";

    /// Names that the options of `score` have, and what the column is called.
    private static final Map<String, String> ALSO_CALLED = Map.of("days", DAYS, "date", START, "merchant", MERCHANT);

    private final Path file;
    private final Marketplace marketplace;
    private final @Nullable Merchant usual;

    /// @param usual whose deals they are where the file does not say; null if it must
    DealFile(Path file, Marketplace marketplace, @Nullable Merchant usual) {
        this.file = file;
        this.marketplace = marketplace;
        this.usual = usual;
    }

    /// The deals, in the file's order; at least one.
    ///
    /// @throws Failure naming line and column of the first value that cannot be used
    List<Proposal> read() throws IOException {
        List<String> lines = lines();
        Map<String, Integer> columns = columns(lines.getFirst());
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                proposals.add(new Line(i + 1, columns, lines.get(i).split(",", -1)).proposal());
            }
        }
        if (proposals.isEmpty()) {
            throw Failure.badInput(
                    "The file holds no deals.", file.toString(), "Add a line per deal below the header.");
        }
        return proposals;
    }

    private List<String> lines() throws IOException {
        if (!Files.isRegularFile(file)) {
            String what = Files.isDirectory(file) ? "This is a folder, not a file." : "There is no such file.";
            throw Failure.badInput(what, file.toString(), "Name a CSV file with --deals.");
        }
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw Failure.badInput("The file is empty.", file.toString(), "Begin it with %s.".formatted(header()));
            }
            return lines;
        } catch (CharacterCodingException e) {
            throw Failure.badInput("The file is not text in UTF-8.", file.toString(), "Save it as CSV in UTF-8.");
        }
    }

    private List<String> required() {
        return usual == null ? List.of(MERCHANT, DISCOUNT, PRICE, DAYS) : List.of(DISCOUNT, PRICE, DAYS);
    }

    private String header() {
        return String.join(",", required());
    }

    private Map<String, Integer> columns(String header) {
        String[] names = header.replace("\uFEFF", "").toLowerCase(Locale.ROOT).split(",", -1);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            String name = names[i].strip();
            if (columns.put(ALSO_CALLED.getOrDefault(name, name), i) != null) {
                throw Failure.badInput(
                        "%s, line 1: the column %s is there twice.".formatted(file, name),
                        "%s, line 1, column %s".formatted(file, name),
                        "Keep one of them.");
            }
        }
        for (String required : required()) {
            if (!columns.containsKey(required)) {
                throw Failure.badInput(
                        "%s, line 1: the column %s is missing.".formatted(file, required),
                        "%s, line 1, column %s".formatted(file, required),
                        "Begin the file with %s.".formatted(header()));
            }
        }
        return columns;
    }

    /// One deal; every refusal says in which column.
    private final class Line {

        private final int number;
        private final Map<String, Integer> columns;
        private final String[] values;

        Line(int number, Map<String, Integer> columns, String[] values) {
            this.number = number;
            this.columns = columns;
            this.values = values;
        }

        Proposal proposal() {
            if (values.length > columns.size()) {
                throw wrong(
                        "",
                        "%d values for %d columns; write 0.25, not 0,25, and no quotes"
                                .formatted(values.length, columns.size()));
            }
            Merchant merchant = merchant();
            Discount discount = checked(DISCOUNT, () -> new Discount(number(DISCOUNT)));
            Money price = checked(PRICE, () -> price(merchant));
            int days = days();
            DealTerms terms = checked(DAYS, () -> new DealTerms(discount, price, days, category(merchant)));
            LocalDate start = start();
            return checked(START, () -> ScoreCommand.request("line-" + number, merchant, terms, marketplace, start));
        }

        private Merchant merchant() {
            String id = text(MERCHANT);
            Merchant fallback = usual;
            if (id.isEmpty() && fallback != null) {
                return fallback;
            }
            return marketplace
                    .merchant(id)
                    .orElseThrow(() -> wrong(
                            MERCHANT, id.isEmpty() ? "it is empty" : "no merchant has the id '%s'".formatted(id)));
        }

        /// Checked apart from the other terms, so that the message names the right column.
        private Money price(Merchant merchant) {
            Money price = Money.of(number(PRICE));
            return new DealTerms(new Discount(0), price, 1, merchant.category()).price();
        }

        private Category category(Merchant merchant) {
            String name = text(CATEGORY);
            return name.isEmpty() ? merchant.category() : checked(CATEGORY, () -> new Category(name));
        }

        private int days() {
            double days = number(DAYS);
            if (days != Math.rint(days)) {
                throw wrong(DAYS, "'%s' is not a whole number of days".formatted(text(DAYS)));
            }
            return (int) days;
        }

        private LocalDate start() {
            String day = text(START);
            try {
                return day.isEmpty() ? marketplace.asOf().plusDays(1) : LocalDate.parse(day);
            } catch (DateTimeException e) {
                throw wrong(START, "'%s' is not a date like 2026-11-23".formatted(day));
            }
        }

        private <T> T checked(String column, Supplier<T> value) {
            try {
                return value.get();
            } catch (IllegalArgumentException e) {
                throw wrong(column, String.valueOf(e.getMessage()));
            }
        }

        private String text(String column) {
            Integer at = columns.get(column);
            return at == null || at >= values.length ? "" : values[at].strip();
        }

        private double number(String column) {
            String words = text(column);
            if (words.isEmpty()) {
                throw wrong(column, "it is empty");
            }
            try {
                double value = Double.parseDouble(words);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // said below
            }
            throw wrong(column, "'%s' is not a number".formatted(words));
        }

        private Failure wrong(String column, String reason) {
            String where = "%s, line %d%s".formatted(file, number, column.isEmpty() ? "" : ", column " + column);
            return Failure.badInput("%s: %s.".formatted(where, reason), where, "Mend that line; nothing was scored.");
        }
    }
}
