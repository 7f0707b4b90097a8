package aidg.app.cli;

import aidg.app.Failure;
import aidg.engine.bandit.SafetyGuard;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.marketplace.Marketplace;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Terms as options: all of a deal's, or those that differ from a proposal's.
final class TermsOptions {

    @Option(
            names = "--discount",
            paramLabel = "F",
            description = "Discount as a fraction: 0.25 for 25 %%. Without --price the list price stays.")
    private @Nullable Double discount;

    @Option(names = "--price", paramLabel = "F", description = "What the customer pays, in dollars.")
    private @Nullable Double price;

    @Option(
            names = {"--days", "--duration-days"},
            paramLabel = "N",
            description = "How many days it runs, 1 to 365.")
    private @Nullable Integer days;

    @Option(
            names = "--category",
            paramLabel = "C",
            description = "What it is sold as. Default: as the merchant or proposal.")
    private @Nullable String category;

    /// Options that a deal without a proposal needs and that were not given.
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (discount == null) {
            missing.add("--discount");
        }
        if (price == null) {
            missing.add("--price");
        }
        if (days == null) {
            missing.add("--days");
        }
        return missing;
    }

    /// The terms given, and the rest of those of `terms`. A discount without a price keeps the list price.
    ///
    /// @throws IllegalArgumentException if one is out of range
    DealTerms over(DealTerms terms) {
        DealTerms discounted = discount == null ? terms : terms.withDiscount(new Discount(discount));
        return new DealTerms(
                discounted.discount(),
                price == null ? discounted.price() : Money.of(price),
                days == null ? terms.durationDays() : days,
                category == null ? terms.category() : new Category(category));
    }

    /// Refuses a category that nothing in the marketplace is sold as: most likely it is misspelled. What is
    /// never sold [SAF-3] is left to the guard, which says so.
    void requireKnownCategory(Marketplace marketplace) {
        if (category == null || SafetyGuard.isForbidden(new Category(category))) {
            return;
        }
        SortedSet<String> known = new TreeSet<>();
        marketplace
                .merchants()
                .forEach(merchant -> known.add(merchant.category().name()));
        marketplace.deals().forEach(deal -> known.add(deal.terms().category().name()));
        if (!known.contains(new Category(category).name())) {
            throw Failure.badInput(
                    "Nothing in the marketplace is sold as '%s'.".formatted(category),
                    "--category",
                    "One of: %s.".formatted(String.join(", ", known)));
        }
    }

    /// The terms of a deal without a proposal; nothing may be missing.
    ///
    /// @param usual the merchant's category
    /// @throws IllegalArgumentException if one is out of range
    DealTerms whole(Category usual) {
        if (discount == null || price == null || days == null) {
            throw new IllegalArgumentException("terms are missing: " + String.join(", ", missing()));
        }
        return new DealTerms(
                new Discount(discount), Money.of(price), days, category == null ? usual : new Category(category));
    }
}
