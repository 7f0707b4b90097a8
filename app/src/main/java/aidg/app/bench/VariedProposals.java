package aidg.app.bench;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// More proposals than a marketplace holds: its own first, then the same again for other merchants of the same
/// category, in turn, at other discounts, prices and lengths. Equal seeds give equal proposals.
final class VariedProposals {

    private static final long SEED = 11;
    private static final double DISCOUNT_AROUND = 0.15;
    private static final double LEAST_DISCOUNT = 0.05;
    private static final double MOST_DISCOUNT = 0.7;
    private static final double PRICE_AROUND = 0.4;
    private static final int LONGEST_DAYS = 60;

    private VariedProposals() {}

    /// @param own at least one
    static List<Proposal> of(Marketplace marketplace, List<Proposal> own, int count) {
        Map<Category, List<Merchant>> byCategory =
                marketplace.merchants().stream().collect(Collectors.groupingBy(Merchant::category));
        SplittableRandom random = new SplittableRandom(SEED);
        List<Proposal> all = new ArrayList<>(own.subList(0, Math.min(count, own.size())));
        while (all.size() < count) {
            int round = all.size() / own.size();
            Proposal base = own.get(all.size() % own.size());
            Merchant first = marketplace.knownMerchant(base.merchantId());
            List<Merchant> same = byCategory.getOrDefault(first.category(), List.of(first));
            Merchant merchant = same.get((same.indexOf(first) + round) % same.size());
            all.add(new Proposal(
                    "V%06d".formatted(all.size()),
                    merchant.id(),
                    base.title(),
                    varied(base.terms(), random),
                    base.proposedOn(),
                    base.startsOn(),
                    merchant.baselineGp30()));
        }
        return all;
    }

    private static DealTerms varied(DealTerms terms, SplittableRandom random) {
        double discount = Math.clamp(
                terms.discount().fraction() + random.nextDouble(-DISCOUNT_AROUND, DISCOUNT_AROUND),
                LEAST_DISCOUNT,
                MOST_DISCOUNT);
        double price = terms.price().amount() * Math.exp(random.nextDouble(-PRICE_AROUND, PRICE_AROUND));
        return new DealTerms(
                new Discount(Math.rint(100 * discount) / 100),
                Money.of(Math.max(1, price)),
                random.nextInt(1, LONGEST_DAYS + 1),
                terms.category());
    }
}
