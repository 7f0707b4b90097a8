package aidg.engine;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.rules.Disagreement;
import aidg.engine.rules.Example;
import aidg.engine.rules.Readable;
import aidg.engine.rules.Rule;
import aidg.engine.rules.RuleBook;
import aidg.engine.rules.RuleSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a model said of a marketplace's deals, to be told as rules of any depth, for all deals or one category.
/// Immutable; needs the networks no more. A report takes about a second per 10,000 deals.
public final class RuleStudy {

    private final Marketplace marketplace;
    private final RuleBook book;
    private final String modelHash;

    RuleStudy(Marketplace marketplace, RuleBook book, String modelHash) {
        this.marketplace = marketplace;
        this.book = book;
        this.modelHash = modelHash;
    }

    /// The deals and what the model said of them.
    public RuleBook book() {
        return book;
    }

    /// Categories that rules can be asked for, with the past deals of their merchants; some have none.
    public Map<Category, Integer> categories() {
        Map<Category, Integer> counts = new LinkedHashMap<>();
        for (Readable fact : book.facts()) {
            if (fact.name().equals(RuleExamples.CATEGORY)) {
                RuleBook own = book.only(fact.name(), fact.value());
                counts.put(new Category(fact.value()), own.examples().size());
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    /// Whether there are enough past deals to learn rules from and to measure them on others.
    ///
    /// @param category whose deals, null for all
    /// @throws IllegalArgumentException if the model knows no such category
    public boolean isEnough(@Nullable Category category) {
        return RuleSet.isEnough(chosen(category).examples());
    }

    /// Learns rules and holds them against the guard, the managers and the model itself.
    ///
    /// @param category whose merchants' deals, null for all
    /// @param depth    questions on the way to a rule, `RuleSet.SHALLOWEST` to `RuleSet.DEEPEST`
    /// @throws IllegalArgumentException if the model knows no such category, the depth is out of range or there are
    ///                                  too few deals
    public RuleReport report(@Nullable Category category, int depth) {
        RuleBook chosen = chosen(category);
        RuleSet rules = chosen.rules(depth);
        Map<String, Rule> fires = new LinkedHashMap<>();
        book.open().forEach(one -> fires.put(one.id(), rules.firing(one.facts())));
        return new RuleReport(
                category,
                depth,
                rules,
                byCategory(chosen, rules),
                chosen.conflicts(rules),
                chosen.disagreements(rules).stream().map(this::counterExample).toList(),
                fires,
                modelHash);
    }

    private RuleBook chosen(@Nullable Category category) {
        return category == null ? book : book.only(RuleExamples.CATEGORY, category.name());
    }

    private Map<Category, RuleSet.Fidelity> byCategory(RuleBook chosen, RuleSet rules) {
        Map<Category, RuleSet.Fidelity> fidelities = new LinkedHashMap<>();
        for (Category category : categories().keySet()) {
            List<Example> own =
                    chosen.only(RuleExamples.CATEGORY, category.name()).examples();
            if (own.stream().anyMatch(Example::isHeldOut)) {
                fidelities.put(category, rules.on(own));
            }
        }
        return fidelities;
    }

    private CounterExample counterExample(Disagreement found) {
        Merchant merchant = marketplace.knownMerchant(found.example().merchantId());
        Deal deal = marketplace.dealsOf(merchant.id()).stream()
                .filter(one -> one.id().equals(found.example().id()))
                .findFirst()
                .orElseThrow();
        return new CounterExample(found.rule(), merchant, deal, found.example().score(), found.unusual());
    }
}
