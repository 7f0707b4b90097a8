package aidg.app.export;

import aidg.engine.domain.Money;
import aidg.engine.marketplace.SpreadsheetCell;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.Prospect;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every deal under a policy, for a spreadsheet: dollars and fractions, no cell can work as a formula.
///
/// @param merchant name of a deal's merchant
public record PortfolioTable(Portfolio portfolio, Function<Moved, String> merchant) {

    private static final List<String> HEAD = List.of(
            "deal_id",
            "merchant",
            "title",
            "discount_before",
            "price_before",
            "discount_after",
            "price_after",
            "gp30_before",
            "gp30_before_low",
            "gp30_before_high",
            "gp30_after",
            "gp30_after_low",
            "gp30_after_high",
            "gain",
            "gain_low",
            "gain_high",
            "approval_before",
            "approval_after",
            "rivals",
            "gain_together",
            "refusal_before",
            "refusal_after");

    public String csv() {
        return Stream.concat(Stream.of(HEAD), portfolio.moved().stream().map(this::row))
                .map(row -> row.stream().map(SpreadsheetCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private List<String> row(Moved one) {
        return Stream.of(
                        Stream.of(
                                one.proposal().id(),
                                merchant.apply(one),
                                one.proposal().title()),
                        terms(one.before()),
                        terms(one.after()),
                        figures(one.before()),
                        figures(one.after()),
                        Stream.of(
                                dollars(one.gain()),
                                dollars(one.gainRange().low()),
                                dollars(one.gainRange().high()),
                                fraction(one.before().approval()),
                                fraction(one.after().approval()),
                                Integer.toString(one.rivals()),
                                dollars(one.gainTogether()),
                                one.before().refusal(),
                                one.after().refusal()))
                .flatMap(Function.identity())
                .toList();
    }

    private static Stream<String> terms(Prospect prospect) {
        return Stream.of(
                fraction(prospect.terms().discount().fraction()),
                dollars(prospect.terms().price()));
    }

    private static Stream<String> figures(Prospect prospect) {
        return Stream.of(
                dollars(prospect.gp30()),
                dollars(prospect.range().low()),
                dollars(prospect.range().high()));
    }

    private static String dollars(Money money) {
        return money.toString();
    }

    /// Six decimals at most.
    private static String fraction(double value) {
        return BigDecimal.valueOf(Math.rint(1e6 * value) / 1e6).toPlainString();
    }
}
