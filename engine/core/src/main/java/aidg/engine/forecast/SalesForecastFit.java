package aidg.engine.forecast;

import aidg.engine.domain.Merchant;
import aidg.engine.marketplace.Marketplace;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Objects;

/// All that the forecast learned from the past: part of a model file, plain numbers throughout.
///
/// @param counted     whether views are counted; if not, sales are forecast as one
/// @param conversion  redemptions per view
/// @param traffic     views per sale that the baseline amounts to
/// @param sales       redemptions per sale that the baseline amounts to, for markets without views
/// @param margin      what sales bring
/// @param terms       how to tell right terms
/// @param usualNeeded mean log of the sales that a baseline amounts to
/// @param newsScale   standard deviation of the changes that notes announce
/// @param seasonal    whether the past was long enough to tell seasons, more than 400 days
public record SalesForecastFit(
        boolean counted,
        TargetFit conversion,
        TargetFit traffic,
        TargetFit sales,
        MarginFit margin,
        RightTermsFit terms,
        double usualNeeded,
        double newsScale,
        boolean seasonal) {

    private static final int ENOUGH_DAYS = 400;

    /// Which parts a fit may use; for comparisons.
    record Use(boolean state, boolean neighbours) {
        static final Use ALL = new Use(true, true);
    }

    /// Learns from what was known before `cutoff`, and nothing later. [B2]
    ///
    /// @param reader what a note says of the weeks to come, on any scale, 0 for nothing
    public static SalesForecastFit learn(Marketplace market, LocalDate cutoff, NoteReader reader) {
        return learn(market, cutoff, reader, Use.ALL);
    }

    static SalesForecastFit learn(Marketplace market, LocalDate cutoff, NoteReader reader, Use use) {
        MarketBooks books = new MarketBooks(market, reader);
        books.replayBefore(cutoff.toEpochDay());
        List<Merchant> merchants = market.merchants().stream()
                .sorted(Comparator.comparing(Merchant::cityId)
                        .thenComparing(Merchant::area)
                        .thenComparing(Merchant::category)
                        .thenComparing(Merchant::id))
                .toList();
        List<List<Observation>> byMerchant = new ArrayList<>();
        List<Observation> all = new ArrayList<>();
        List<RightTermsFit.Entry> entries = new ArrayList<>();
        for (Merchant merchant : merchants) {
            MerchantBook book = books.book(merchant.id());
            byMerchant.add(book.observations);
            all.addAll(book.observations);
            entries.add(new RightTermsFit.Entry(merchant.category(), book.terms));
        }
        RightTermsFit terms = RightTermsFit.learn(entries);
        Map<String, RightTerms> right = new HashMap<>();
        merchants.forEach(merchant ->
                right.put(merchant.id(), terms.infer(merchant.category(), books.book(merchant.id()).terms)));
        double usualNeeded = all.stream()
                .mapToDouble(one -> one.situation().logNeeded())
                .average()
                .orElse(0);
        Basis basis = new Basis(terms, usualNeeded, newsScale(all), seasonal(all));
        boolean counted = all.isEmpty()
                || 2
                                * all.stream()
                                        .filter(one -> Double.isFinite(one.value(Target.TRAFFIC)))
                                        .count()
                        >= all.size();
        List<List<Observation>> none = List.of();
        return new SalesForecastFit(
                counted,
                learn(Target.CONVERSION, basis, counted ? byMerchant : none, right, books, use),
                learn(Target.TRAFFIC, basis, counted ? byMerchant : none, right, books, use),
                learn(Target.SALES, basis, counted ? none : byMerchant, right, books, use),
                MarginFit.learn(byMerchant),
                terms,
                usualNeeded,
                basis.newsScale(),
                basis.seasonal());
    }

    private static TargetFit learn(
            Target target,
            Basis basis,
            List<List<Observation>> byMerchant,
            Map<String, RightTerms> right,
            MarketBooks books,
            Use use) {
        return new TargetLearning(
                        target,
                        basis,
                        byMerchant,
                        id -> Objects.requireNonNull(right.get(id)),
                        id -> books.book(id).readings,
                        one -> books.book(one.merchantId()).soldOut(one))
                .learn(use.state(), use.neighbours());
    }

    private static double newsScale(List<Observation> all) {
        double squares = 0;
        int count = 0;
        for (Observation one : all) {
            double news = one.situation().change();
            if (news != 0) {
                squares += news * news;
                count++;
            }
        }
        return squares == 0 ? 1 : Math.sqrt(squares / count);
    }

    private static boolean seasonal(List<Observation> all) {
        LongSummaryStatistics days = all.stream().mapToLong(Observation::middle).summaryStatistics();
        return days.getCount() > 0 && days.getMax() - days.getMin() > ENOUGH_DAYS;
    }

    /// Numbers in a `MerchantForecast.profile`.
    public int profileWidth() {
        return 2 * HiddenState.SIZE * targets().size() + 2 * TermHistory.KINDS + 2;
    }

    Basis basis() {
        return new Basis(terms, usualNeeded, newsScale, seasonal);
    }

    TargetFit target(Target target) {
        return switch (target) {
            case CONVERSION -> conversion;
            case TRAFFIC -> traffic;
            case SALES -> sales;
        };
    }

    List<Target> targets() {
        return counted ? List.of(Target.CONVERSION, Target.TRAFFIC) : List.of(Target.SALES);
    }
}
