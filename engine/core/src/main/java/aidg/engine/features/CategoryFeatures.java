package aidg.engine.features;

import static aidg.engine.features.FeatureFamily.token;

import aidg.engine.domain.Category;
import aidg.engine.domain.Money;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.FeatureSchema.Token;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;

/// What is sold and when: the category as a one-hot vector and by its past, and the season.
final class CategoryFeatures implements FeatureFamily {

    private final List<Category> vocabulary;

    /// @param vocabulary categories with a column of their own, at most 20 [PER-4]; others have none set
    CategoryFeatures(List<Category> vocabulary) {
        this.vocabulary = List.copyOf(vocabulary);
    }

    @Override
    public List<Token> tokens() {
        return List.of(
                token(
                        Side.DEAL,
                        "category",
                        "Category",
                        withOneHot(
                                "success",
                                "share",
                                "recent_success",
                                "share",
                                "own",
                                "flag",
                                "baseline",
                                "log $",
                                "baseline_over_merchant",
                                "log ratio")),
                token(
                        Side.DEAL,
                        "season",
                        "Season",
                        "year_sine",
                        "-",
                        "year_cosine",
                        "-",
                        "category_month",
                        "share",
                        "month_over_category",
                        "share",
                        "lead",
                        "log1p days",
                        "weekday",
                        "weekday",
                        "own_success",
                        "share",
                        "own_deals",
                        "log count"),
                token(
                        Side.MERCHANT,
                        "trade",
                        "Line of business",
                        withOneHot("success", "share", "recent_success", "share")));
    }

    @Override
    public void write(Moment moment, Row row) {
        Category category = moment.terms().category();
        MarketLedger.CategoryLedger ledger = moment.market().category(category);
        double base = moment.market().baseRate();
        double rate = ledger.success.mean(base, 20);
        row.put(
                rate,
                ledger.recentSuccess.mean(moment.today(), rate, 5),
                category.equals(moment.merchant().category()) ? 1 : 0,
                log(moment.baseline()),
                log(moment.baseline()) - log(moment.merchant().baselineGp30()));
        oneHot(category, row);
        double angle = 2 * Math.PI * moment.startsOn().getDayOfYear() / 365.25;
        Running own = moment.ledger().successByQuarter[MerchantLedger.quarter(moment.startsOn())];
        double month = ledger.successByMonth[moment.startsOn().getMonthValue() - 1].mean(rate, 10);
        row.put(
                Math.sin(angle),
                Math.cos(angle),
                month,
                month - rate,
                Math.log1p((double) Math.max(0, moment.startDay() - moment.today())),
                moment.startsOn().get(ChronoField.DAY_OF_WEEK),
                own.mean(moment.ledger().success.mean(rate, 4), 3),
                Math.log1p((double) own.count()));
        Category trade = moment.merchant().category();
        MarketLedger.CategoryLedger tradeLedger = moment.market().category(trade);
        double tradeRate = tradeLedger.success.mean(base, 20);
        row.put(tradeRate, tradeLedger.recentSuccess.mean(moment.today(), tradeRate, 5));
        oneHot(trade, row);
    }

    private static double log(Money baseline) {
        return baseline.isPositive() ? Math.log(baseline.amount()) : Double.NaN;
    }

    private void oneHot(Category category, Row row) {
        for (Category known : vocabulary) {
            row.put(known.equals(category) ? 1 : 0);
        }
    }

    private String[] withOneHot(String... first) {
        List<String> all = new ArrayList<>(List.of(first));
        vocabulary.forEach(category -> {
            all.add("is_" + category.name());
            all.add("flag");
        });
        return all.toArray(String[]::new);
    }
}
