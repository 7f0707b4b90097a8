package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.Limits.Range;
import aidg.engine.whatif.Term;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// What a merchant can be asked for: the terms that went out for it before, or else for others of the category.
///
/// @param limits discount in whole percent, prices with the proposal's own ending, whole days
/// @param source where they come from, for people: `the last 48 deals of this merchant`
public record EditLimits(Limits limits, String source) {

    /// Fewer deals than this say nothing about a merchant's habits.
    private static final int ENOUGH = 8;

    private static final int LAST = 200;
    private static final double TAIL = 0.05;
    private static final double PRICE_CHANGE = 0.3;
    private static final double DEAR = 20;
    private static final int EVERYTHING = 4;

    /// For a proposal. Each range covers nine in ten of what went out, and the proposal's own value.
    ///
    /// @throws IllegalArgumentException if its merchant is unknown
    public static EditLimits of(Marketplace marketplace, Proposal proposal) {
        Merchant merchant = marketplace.knownMerchant(proposal.merchantId());
        Category category = proposal.terms().category();
        List<DealTerms> own =
                wentOut(marketplace.dealsOf(merchant.id()), marketplace.overridesOf(merchant.id()), category);
        boolean enough = own.size() >= ENOUGH;
        List<DealTerms> known = enough ? own : wentOut(marketplace.deals(), marketplace.overrides(), category);
        Map<Term, Range> ranges = new EnumMap<>(Term.class);
        for (Term term : Term.values()) {
            double now = term.of(proposal.terms());
            double low = now;
            double high = now;
            if (term == Term.PRICE && !enough) {
                low = now * (1 - PRICE_CHANGE);
                high = now * (1 + PRICE_CHANGE);
            } else if (!known.isEmpty()) {
                double[] values = known.stream().mapToDouble(term::of).sorted().toArray();
                low = Math.min(now, values[(int) (TAIL * (values.length - 1))]);
                high = Math.max(now, values[(int) Math.ceil((1 - TAIL) * (values.length - 1))]);
            }
            ranges.put(term, range(term, low, high, now));
        }
        List<Category> categories = merchant.category().equals(category) ? List.of() : List.of(merchant.category());
        return new EditLimits(new Limits(ranges, categories, EVERYTHING), source(own.size(), known.size(), category));
    }

    private static String source(int own, int known, Category category) {
        if (own >= ENOUGH) {
            return "the last %d %s deals of this merchant".formatted(own, category.words());
        }
        return known == 0
                ? "no deal of %s so far".formatted(category.words())
                : "the last %d deals of %s, prices 30 %% up and down".formatted(known, category.words());
    }

    /// The terms of the latest deals that were let out, as proposed or as corrected.
    private static List<DealTerms> wentOut(List<Deal> deals, List<DealOverride> overrides, Category category) {
        List<DealTerms> terms = Stream.concat(
                        deals.stream().filter(Deal::approved).map(Deal::terms),
                        overrides.stream().map(DealOverride::newTerms).filter(Objects::nonNull))
                .filter(one -> one.category().equals(category))
                .toList();
        return new ArrayList<>(terms.subList(Math.max(0, terms.size() - LAST), terms.size()));
    }

    private static Range range(Term term, double low, double high, double now) {
        return switch (term) {
            case DISCOUNT -> new Range(low, high, 0.01, 0);
            case PRICE -> {
                double step = now < DEAR ? 0.5 : 1;
                double ending = Math.rint(100 * (now % step)) / 100;
                yield new Range(low, high, step, ending < step ? ending : 0);
            }
            case DURATION -> new Range(Math.floor(low), Math.ceil(high), 1, 0);
        };
    }
}
