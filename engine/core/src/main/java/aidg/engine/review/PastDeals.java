package aidg.engine.review;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// Past deals whose outcome is known, and what they brought.
///
/// @param whose `its` or `Spa`, for sentences
/// @param all   approved, with an outcome, in the order of their day
record PastDeals(String whose, List<Deal> all, LocalDate today) {

    PastDeals {
        all = List.copyOf(all);
    }

    /// Keeps those that went out and whose gross profit is known. [B2]
    static PastDeals of(String whose, List<Deal> deals, LocalDate today) {
        return new PastDeals(
                whose,
                deals.stream()
                        .filter(deal -> deal.approved() && deal.outcomeOn(today) != null)
                        .toList(),
                today);
    }

    PastDeals that(Predicate<Deal> hold) {
        return new PastDeals(whose, all.stream().filter(hold).toList(), today);
    }

    PastDeals termsThat(Predicate<DealTerms> hold) {
        return that(deal -> hold.test(deal.terms()));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int reached() {
        return (int) all.stream()
                .filter(deal -> Boolean.TRUE.equals(deal.succeededOn(today)))
                .count();
    }

    /// The middle one's gross profit of 30 days.
    Money typical() {
        List<Money> sorted = all.stream().map(this::gp30).sorted().toList();
        return sorted.isEmpty() ? Money.ZERO : sorted.get(sorted.size() / 2);
    }

    private Money gp30(Deal deal) {
        DealOutcome outcome = deal.outcomeOn(today);
        return outcome == null ? Money.ZERO : outcome.gp30();
    }

    /// What they brought: `3 of its 4 deals at 30% to 40% off earned at least the usual 30 days, typically
    /// $12,300`.
    ///
    /// @param like `at 30% to 40% off`; may be empty
    String told(String like) {
        String which = like.isEmpty() ? "" : " " + like;
        if (all.isEmpty()) {
            return "No %s%s has been measured so far"
                    .formatted(whose.equals("its") ? "deal of its own" : whose + " deal", which);
        }
        if (all.size() == 1) {
            return "%s%s earned %s, %s the usual 30 days"
                    .formatted(
                            whose.equals("its") ? "Its only deal" : "The only " + whose + " deal",
                            which,
                            Plain.dollars(typical()),
                            reached() == 1 ? "at least" : "less than");
        }
        boolean every = reached() == all.size();
        String how = every ? "All" : reached() == 0 ? "None" : "%,d".formatted(reached());
        return String.format(
                Locale.ROOT,
                "%s of %s %,d deals%s earned at least the usual 30 days, typically %s",
                how,
                whose.equals("its") ? "its" : "the",
                all.size(),
                (whose.equals("its") ? "" : " of " + whose + " merchants") + which,
                Plain.dollars(typical()));
    }
}
