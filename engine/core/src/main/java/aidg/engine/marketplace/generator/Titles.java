package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// Titles of deals, by category and by how the list price compares with what is usual.
final class Titles {

    private static final double SMALL_BELOW = 0.8;
    private static final double LARGE_ABOVE = 1.25;

    private final Grammar grammar = Grammar.read("titles.txt");
    private final Map<Category, CategoryTraits> traits;

    Titles(List<CategoryTraits> categories) {
        traits = categories.stream().collect(Collectors.toMap(CategoryTraits::category, Function.identity()));
    }

    String title(DealTerms terms, RandomGenerator random) {
        CategoryTraits usual = traits.get(terms.category());
        if (usual == null) {
            throw new IllegalArgumentException(
                    "no deals are titled in category " + terms.category().name());
        }
        double size = terms.listPrice().amount() / usual.typicalPrice();
        String section = size < SMALL_BELOW ? "small" : size > LARGE_ABOVE ? "large" : "usual";
        return grammar.phrase(terms.category().name() + "." + section, "", random);
    }
}
