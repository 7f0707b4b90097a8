package aidg.engine.features;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import java.util.HashMap;
import java.util.Map;

/// What is known of the whole marketplace's past: how categories, seasons and cities do.
final class MarketLedger {

    /// Past of one category.
    static final class CategoryLedger {
        final Running success = new Running();
        final Decaying recentSuccess = new Decaying(60);
        final Running[] successByMonth = new Running[12];
        final Running discount = new Running();
        final Running logPrice = new Running();

        CategoryLedger() {
            for (int i = 0; i < successByMonth.length; i++) {
                successByMonth[i] = new Running();
            }
        }
    }

    final Running success = new Running();
    private final Map<Category, CategoryLedger> categories = new HashMap<>();
    private final Map<String, Decaying> cities = new HashMap<>();
    private final Map<String, Running> comparable = new HashMap<>();

    CategoryLedger category(Category category) {
        return categories.computeIfAbsent(category, ignored -> new CategoryLedger());
    }

    Decaying city(String cityId) {
        return cities.computeIfAbsent(cityId, ignored -> new Decaying(120));
    }

    /// Successes of a category in one city.
    Running comparable(String cityId, Category category) {
        return comparable.computeIfAbsent(cityId + '\n' + category.name(), ignored -> new Running());
    }

    /// A deal was proposed and decided.
    void decided(Deal deal) {
        CategoryLedger ledger = category(deal.terms().category());
        ledger.discount.add(deal.terms().discount().fraction());
        ledger.logPrice.add(Math.log(deal.terms().price().amount()));
    }

    /// Whether a deal succeeded is known from `day` on. [B2]
    void resolved(long day, Deal deal, String cityId, boolean succeeded) {
        double value = succeeded ? 1 : 0;
        CategoryLedger ledger = category(deal.terms().category());
        success.add(value);
        ledger.success.add(value);
        ledger.recentSuccess.add(day, value);
        ledger.successByMonth[deal.startsOn().getMonthValue() - 1].add(value);
        city(cityId).add(day, value);
        comparable(cityId, deal.terms().category()).add(value);
    }

    /// Success rate over everything, 0.5 before the first outcome.
    double baseRate() {
        return success.mean(0.5, 2);
    }

    /// Share of a category's matured deals that succeeded, shrunk towards the marketplace's.
    double rate(Category category) {
        return category(category).success.mean(baseRate(), 20);
    }
}
