package aidg.engine.marketplace.intake;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Reads what a deal offers, and refuses what cannot be meant. [X19]
final class Terms {

    private static final double DEAREST = 1e9;

    private Terms() {}

    static DealTerms of(Row row, Category category) throws Refusal {
        Discount discount = new Discount(discount(row));
        double price = row.number("price");
        Money money = price > DEAREST ? Money.ZERO : Money.of(Math.max(price, 0));
        if (!money.isPositive()) {
            throw new Refusal(
                    "price",
                    price > DEAREST
                            ? "%s is beyond any price; check it".formatted(row.quoted("price"))
                            : "%s is not a price; write at least 0.01".formatted(row.quoted("price")));
        }
        int days = row.whole("duration_days", 1, DealTerms.LONGEST_RUN_DAYS);
        return new DealTerms(discount, money, days, category);
    }

    /// A fraction, 0 up to but not including 1. `1` is refused because it may mean 1 % or 100 %.
    private static double discount(Row row) throws Refusal {
        String quoted = row.quoted("discount");
        String cell = row.cell("discount");
        if (cell.endsWith("%") && Numerals.isNumber(Cells.strip(cell.substring(0, cell.length() - 1)))) {
            String percent = Cells.strip(cell.substring(0, cell.length() - 1));
            throw new Refusal(
                    "discount",
                    "%s is written in percent; write %s".formatted(quoted, fraction(Double.parseDouble(percent))));
        }
        double value = row.number("discount");
        if (value == 1) {
            throw new Refusal("discount", quoted + " may mean 1% or 100%; write 0.01 for 1%");
        }
        if (value < 0) {
            throw new Refusal("discount", quoted + " is below 0; write 0 for no discount, or 0.25 for 25%");
        }
        if (value > 1) {
            throw new Refusal("discount", quoted + " is not between 0 and 1; write " + fraction(value));
        }
        if (value > 0.9999) {
            throw new Refusal("discount", quoted + " leaves no price to pay; write at most 0.9999");
        }
        return value;
    }

    /// `0.35 for 35%`, or an example where the figure itself would be no discount.
    private static String fraction(double percent) {
        if (!(percent > 0 && percent < 100)) {
            return "0.25 for 25%";
        }
        String figure = BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
        String part = BigDecimal.valueOf(percent)
                .divide(BigDecimal.valueOf(100), 10, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return String.format(Locale.ROOT, "%s for %s%%", part, figure);
    }
}
