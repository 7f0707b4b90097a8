package aidg.engine.review;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import aidg.engine.whatif.Term;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Figures as a call sheet writes them.
final class Plain {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Plain() {}

    static String dollars(Money money) {
        return dollars(money.amount());
    }

    /// Whole dollars: `−$4,175`.
    static String dollars(double amount) {
        return (amount <= -0.5 ? "\u2212" : "") + String.format(Locale.ROOT, "$%,.0f", Math.abs(amount));
    }

    /// Whole percent of a share.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * share);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `3 of its 4 deals`, `its only deal`.
    static String counted(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }

    /// `30% off, $49 to pay, 21 days`.
    static String terms(DealTerms terms) {
        return "%s off, %s to pay, %s"
                .formatted(
                        Term.DISCOUNT.said(Term.DISCOUNT.of(terms)),
                        Term.PRICE.said(Term.PRICE.of(terms)),
                        Term.DURATION.said(Term.DURATION.of(terms)));
    }

    /// How an outcome lies to the usual 30 days: `43% over its usual 30 days`.
    static String against(Money gp30, Money baseline) {
        if (!baseline.isPositive()) {
            return "no usual 30 days to compare with";
        }
        double over = gp30.amount() / baseline.amount() - 1;
        return "%s %s its usual 30 days".formatted(percent(Math.abs(over)), over < 0 ? "under" : "over");
    }

    static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String calm(String words) {
        return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
