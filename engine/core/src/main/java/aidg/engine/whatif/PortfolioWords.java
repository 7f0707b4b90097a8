package aidg.engine.whatif;

import aidg.engine.domain.Money;
import aidg.engine.domain.MoneyRange;
import aidg.engine.whatif.Dependence.Correlation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a policy would do, in sentences for people.
public final class PortfolioWords {

    private PortfolioWords() {}

    /// The most important first.
    public static List<String> of(Portfolio portfolio) {
        List<String> sentences = new ArrayList<>();
        sentences.add(change(portfolio));
        sentences.add("Safety guard: %,d newly refused, %,d newly let out; %,d of %,d pass, before %,d."
                .formatted(
                        portfolio.newlyRefused().size(),
                        portfolio.newlyAllowed().size(),
                        portfolio.after().allowed(),
                        portfolio.after().deals(),
                        portfolio.before().allowed()));
        sentences.add(String.format(
                Locale.ROOT,
                "Of these managers would approve %,.0f, before %,.0f, with an expected GP30 of %s, before %s.",
                portfolio.after().approved(),
                portfolio.before().approved(),
                dollars(portfolio.after().goingOut()),
                dollars(portfolio.before().goingOut())));
        sentences.add(neighbours(portfolio.neighbours()));
        sentences.add(capacity(portfolio.capacity()));
        sentences.add(alike(portfolio));
        return List.copyOf(sentences);
    }

    private static String change(Portfolio portfolio) {
        if (portfolio.changed() == 0) {
            return "No proposal changes: their terms are what the policy asks for.";
        }
        return "Expected GP30 changes by %s, between %s and %s (90%%, by what the forecast does not know of each merchant; "
                        .formatted(
                                signed(portfolio.gain()),
                                signed(portfolio.gainRange().low()),
                                signed(portfolio.gainRange().high()))
                + "what it learned of all together is taken as known). %,d win, %,d lose."
                        .formatted(
                                portfolio.winners().size(), portfolio.losers().size());
    }

    private static String neighbours(Cannibalisation taken) {
        if (taken.deals() == 0 && taken.outside() == 0) {
            return "None of them meets another open deal of its category within 2 km on the same days.";
        }
        return ("Neighbours: %,d meet other open deals of their category within 2 km on the same days; if all of these "
                                + "ran that costs them %s, before %s: %s by the policy. ")
                        .formatted(taken.deals(), cost(taken.after()), cost(taken.before()), signed(taken.byPolicy()))
                + (taken.outside() == 0
                        ? "No open deal outside the selection meets them."
                        : "%,d open deals outside the selection meet them: %s."
                                .formatted(taken.outside(), signed(taken.outsideGain())));
    }

    private static String capacity(Capacity capacity) {
        return capacity.known() == 0
                ? "Capacity: no merchant's limit is known, for none has sold out at the same number again and again."
                : "Capacity: of %,d whose merchant's limit showed in sold-out deals, %,d expect more buyers than that, before %,d. What those gain follows from price and margin alone, so its range is narrow."
                        .formatted(capacity.known(), capacity.after(), capacity.before());
    }

    /// How much alike errors are, and what interval of the total follows.
    private static String alike(Portfolio portfolio) {
        Total after = portfolio.after();
        String ends = "%s if every deal's error were its own, %s if all were wrong together"
                .formatted(range(after.independent()), range(after.dependent()));
        Dependence dependence = portfolio.dependence();
        MoneyRange cautious = after.cautious();
        if (dependence == null || cautious == null) {
            return "Total under the policy, 90%%: %s; the past is too short to tell how much alike errors are."
                    .formatted(ends);
        }
        return ("Total under the policy, 90%%: %s with errors as much alike as %,d deals of %d past weeks allow, whose "
                        + "correlation was %s for deals of one merchant, %s in one area and trade, %s in one city, %s "
                        + "elsewhere; %s.")
                .formatted(
                        range(cautious),
                        dependence.deals(),
                        dependence.weeks(),
                        correlation(dependence.merchant()),
                        correlation(dependence.neighbourhood()),
                        correlation(dependence.city()),
                        correlation(dependence.market()),
                        ends);
    }

    private static String correlation(Correlation one) {
        return one.isKnown()
                ? "%s (%s to %s)".formatted(hundredths(one.estimate()), hundredths(one.low()), hundredths(one.high()))
                : "unknown";
    }

    private static String hundredths(double value) {
        String said = String.format(Locale.ROOT, "%.2f", Math.abs(value));
        return value < 0 && !said.equals("0.00") ? "\u2212" + said : said;
    }

    private static String range(MoneyRange range) {
        return "%s to %s".formatted(dollars(range.low()), dollars(range.high()));
    }

    private static String cost(Money change) {
        return dollars(new Money(-change.cents()));
    }

    private static String signed(Money money) {
        return (money.cents() < 0 ? "" : "+") + dollars(money);
    }

    private static String dollars(Money money) {
        return String.format(Locale.ROOT, money.cents() <= -50 ? "\u2212$%,.0f" : "$%,.0f", Math.abs(money.amount()));
    }
}
