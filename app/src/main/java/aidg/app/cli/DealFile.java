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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Reads a plain CSV file of deals to score: numbers, ids and dates only, so no quoting is needed or accepted.
final class DealFile {

    private static final List<String> REQUIRED = List.of("merchant_id", "discount", "price", "duration_days");

    private DealFile() {}

    /// The deals of a file, in its order.
    ///
    /// @throws Failure naming line and column of the first value that cannot be used
    static List<Proposal> read(Path file, Marketplace marketplace) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput("There is no such file.", file.toString(), "Name a CSV file with --deals.");
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty()) {
            throw Failure.badInput("The file is empty.", file.toString(), "Begin it with " + String.join(",", REQUIRED) + ".");
        }
        Map<String, Integer> columns = columns(lines.getFirst(), file);
        List<Proposal> proposals = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                proposals.add(new Line(file, i + 1, columns, lines.get(i).split(",", -1)).proposal(marketplace));
            }
        }
        return proposals;
    }

    private static Map<String, Integer> columns(String header, Path file) {
        String[] names = header.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT).split(",");
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i].strip(), i);
        }
        for (String required : REQUIRED) {
            if (!columns.containsKey(required)) {
                throw Failure.badInput(
                        "The column %s is missing.".formatted(required),
                        file + ", line 1",
                        "The header needs " + String.join(", ", REQUIRED) + ".");
            }
        }
        return columns;
    }

    private record Line(Path file, int number, Map<String, Integer> columns, String[] values) {

        Proposal proposal(Marketplace marketplace) {
            String id = text("merchant_id");
            Merchant merchant = marketplace
                    .merchant(id)
                    .orElseThrow(() -> wrong("merchant_id", "no merchant has the id '%s'".formatted(id)));
            try {
                String category = text("category");
                String start = text("starts_on");
                DealTerms terms = new DealTerms(
                        new Discount(number("discount")),
                        Money.of(number("price")),
                        (int) number("duration_days"),
                        category.isEmpty() ? merchant.category() : new Category(category));
                return ScoreCommand.request(
                        "line-" + number, merchant, terms, marketplace, start.isEmpty() ? null : LocalDate.parse(start));
            } catch (DateTimeException e) {
                throw wrong("starts_on", "'%s' is not a date like 2026-11-23".formatted(text("starts_on")));
            } catch (IllegalArgumentException e) {
                throw wrong("", String.valueOf(e.getMessage()));
            }
        }

        private String text(String column) {
            Integer at = columns.get(column);
            return at == null || at >= values.length ? "" : values[at].strip();
        }

        private double number(String column) {
            try {
                return Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                throw wrong(column, "'%s' is not a number".formatted(text(column)));
            }
        }

        private Failure wrong(String column, String reason) {
            String where = file + ", line " + number + (column.isEmpty() ? "" : ", column " + column);
            return Failure.badInput("%s: %s.".formatted(where, reason), where, "Mend that line; nothing was scored.");
        }
    }
}
