package aidg.app.cli;

import aidg.app.export.PortfolioJson;
import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.PortfolioWords;
import aidg.engine.whatif.Prospect;
import aidg.engine.whatif.Total;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `workbench portfolio` prints.
///
/// @param scope which proposals, in words; empty for all
/// @param top   rows of each list
record PortfolioReport(Marketplace marketplace, Portfolio portfolio, String scope, int top) {

    Map<String, @Nullable Object> json(ScopeOptions options, String modelHash) {
        return new PortfolioJson(portfolio, options.city(), options.category(), this::merchant, top, modelHash).json();
    }

    String merchant(Moved one) {
        return marketplace.knownMerchant(one.proposal().merchantId()).name();
    }

    String text() {
        StringBuilder text = new StringBuilder("%s on %,d of %,d open proposals%s%s%n%n"
                .formatted(
                        Sentences.capital(portfolio.policy().words()),
                        portfolio.changed(),
                        portfolio.moved().size(),
                        scope.isEmpty() ? "" : " (%s)".formatted(scope),
                        portfolio.held() == 0 ? "" : "; %,d held at the end of the range".formatted(portfolio.held())));
        text.append("%-15s %14s  %-32s %7s %9s%n".formatted("", "expected GP30", "90%", "allowed", "approved"));
        text.append(line("as proposed", portfolio.before()));
        text.append(line("with the policy", portfolio.after())).append('\n');
        PortfolioWords.of(portfolio).forEach(sentence -> text.append(sentence).append('\n'));
        list(text, "Winners", portfolio.winners(), "");
        list(text, "Losers", portfolio.losers(), "");
        list(text, "Newly refused by the safety guard", portfolio.newlyRefused(), "after");
        list(text, "Newly let out by the safety guard", portfolio.newlyAllowed(), "before");
        return text.toString().stripTrailing();
    }

    private static String line(String words, Total total) {
        MoneyRange cautious = total.cautious();
        MoneyRange range = cautious == null ? total.dependent() : cautious;
        return String.format(
                Locale.ROOT,
                "%-15s %14s  %-32s %7d %9.0f%n",
                words,
                Sentences.dollars(total.gp30()),
                "%s to %s%s"
                        .formatted(
                                Sentences.dollars(range.low()),
                                Sentences.dollars(range.high()),
                                cautious == null ? " at most" : ""),
                total.allowed(),
                total.approved());
    }

    /// @param whose refusal is told: that of `before` or `after`; empty for none
    private void list(StringBuilder text, String title, List<Moved> moved, String whose) {
        if (moved.isEmpty()) {
            return;
        }
        text.append("%n%s (%,d)%n".formatted(title, moved.size()));
        moved.stream().limit(top).forEach(one -> {
            text.append("  %-8s %-24s %-24s %s, %s to %s (%s)%n"
                    .formatted(
                            one.proposal().id(),
                            cut(merchant(one)),
                            cut(one.proposal().title()),
                            terms(one),
                            Sentences.dollars(one.before().gp30()),
                            Sentences.dollars(one.after().gp30()),
                            signed(one.gain())));
            if (!whose.isEmpty()) {
                text.append(
                        "           %s%n".formatted((whose.equals("after") ? one.after() : one.before()).refusal()));
            }
        });
    }

    private static String terms(Moved one) {
        return "%s to %s".formatted(terms(one.before()), terms(one.after()));
    }

    private static String terms(Prospect prospect) {
        return String.format(
                Locale.ROOT,
                "%.0f%% $%.2f",
                prospect.terms().discount().percent(),
                prospect.terms().price().amount());
    }

    private static String signed(Money money) {
        return (money.cents() < 0 ? "" : "+") + Sentences.dollars(money);
    }

    private static String cut(String words) {
        return words.length() <= 24 ? words : words.substring(0, 23) + "…";
    }
}
