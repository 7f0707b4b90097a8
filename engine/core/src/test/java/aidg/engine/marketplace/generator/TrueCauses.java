package aidg.engine.marketplace.generator;

import aidg.engine.domain.Category;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.explain.ShapleyValues;
import aidg.engine.explain.WholePlayers;
import aidg.engine.forecast.Cause;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What really makes the open proposals of a generated marketplace succeed: the generator's own equations, with
/// every hidden number of the moment, taken apart into the causes that the sales forecast is told in.
///
/// The season and the baseline of its days move together in the generator, so `BASELINE` is only what chance adds.
public final class TrueCauses {

    private static final int ORDERS = 16;
    private static final long SEED = 3;

    private final Map<String, Hidden> deals = new HashMap<>();

    /// Everything that the success of one proposal depends on. Terms are kept as distances from what is right
    /// for the merchant.
    private record Hidden(
            MerchantNature nature,
            ManagerTaste taste,
            double depth,
            double price,
            double length,
            Category sold,
            Category own,
            double season,
            double fatigue,
            double rivals,
            double density,
            double demand,
            double trend,
            double momentum,
            double event,
            double capacityFactor,
            double skill,
            double chance) {}

    /// Lives the same history as `MarketplaceGenerator.generate` of these numbers.
    public TrueCauses(int merchants, int dealsPerMerchant, long seed) {
        RandomStreams streams = new RandomStreams(seed);
        List<CategoryTraits> categories = CategoryTraits.all();
        Geography geography = Geography.draw(merchants, categories, streams);
        List<MerchantNature> natures = new MerchantFounding(geography, categories, streams, merchants).found(merchants);
        List<MerchantState> states = natures.stream()
                .map(nature -> new MerchantState(nature, streams))
                .toList();
        List<ManagerTaste> tastes = new ArrayList<>();
        for (int i = 0; i < MerchantFounding.managers(merchants); i++) {
            tastes.add(ManagerTaste.draw(i, streams.of("manager", i)));
        }
        Schedule schedule = Schedule.draw(natures, dealsPerMerchant, streams);
        Market market = new Market(states, categories, streams);
        History history = new History(states, tastes, new SalesModel(market), new Titles(categories));
        for (int slot = 0; slot < schedule.size(); slot++) {
            history.unfold(schedule.day(slot), schedule.merchant(slot), schedule.awaitsReview(slot));
            if (schedule.awaitsReview(slot)) {
                MerchantState state = states.get(schedule.merchant(slot));
                ManagerTaste taste = tastes.get(state.nature.managerIndex());
                Proposal proposal = history.proposals.getLast();
                deals.put(proposal.id(), hidden(market, state, taste, proposal, schedule.day(slot)));
            }
        }
    }

    private static Hidden hidden(Market market, MerchantState state, ManagerTaste taste, Proposal proposal, int asked) {
        MerchantNature nature = state.nature;
        int start = (int) (proposal.startsOn().toEpochDay() - Timeline.date(0).toEpochDay());
        double discount = proposal.terms().discount().fraction();
        double season = nature.traits().season(start + SalesModel.MEASURED_DAYS / 2);
        double usual = nature.merchant().baselineGp30().amount();
        int end = start + proposal.terms().durationDays() - 1;
        Category category = proposal.terms().category();
        return new Hidden(
                nature,
                taste,
                discount - nature.bestDiscount(),
                SalesModel.priceGap(nature, proposal.terms()),
                SalesModel.durationGap(nature, proposal.terms()),
                category,
                nature.traits().category(),
                season,
                state.fatigue(start, category, discount),
                market.rivals(nature, category, discount, start, end),
                market.density(nature),
                nature.area().city().demand(),
                market.trend(nature.area(), category, asked),
                state.momentum.on(asked),
                state.eventEffect(asked, start),
                state.capacity(asked, start) / nature.capacity(),
                state.skill(asked),
                Math.log(proposal.baselineGp30().amount() / usual) - season);
    }

    /// Probability of success as the generator's truth has it.
    public double success(String id) {
        Hidden deal = deal(id);
        return success(deal, deal, EnumSet.allOf(Cause.class));
    }

    /// What each cause adds to a proposal's true probability of success against others, on average over them:
    /// Shapley values, in the order of the causes.
    public double[] drivers(String id, List<String> against) {
        Hidden own = deal(id);
        List<Hidden> others = against.stream().map(this::deal).toList();
        Cause[] causes = Cause.values();
        return WholePlayers.attribute(
                        new ShapleyValues(ORDERS, SEED),
                        causes.length,
                        others.size(),
                        coalitions -> coalitions.stream()
                                .mapToDouble(one -> {
                                    Set<Cause> joined = EnumSet.noneOf(Cause.class);
                                    for (int i = 0; i < causes.length; i++) {
                                        if (one.joined()[i]) {
                                            joined.add(causes[i]);
                                        }
                                    }
                                    return success(own, others.get(one.background()), joined);
                                })
                                .toArray())
                .values();
    }

    private Hidden deal(String id) {
        Hidden deal = deals.get(id);
        if (deal == null) {
            throw new IllegalArgumentException("no open proposal is " + id);
        }
        return deal;
    }

    /// The equations of `SalesModel`, `Forecast` and `Review`, with some causes of one deal and the others of
    /// another.
    private static double success(Hidden one, Hidden other, Set<Cause> ofOne) {
        Mixed mixed = new Mixed(one, other, ofOne);
        Forecast forecast = mixed.forecast();
        return mixed.approval(forecast) * forecast.reachProbability();
    }

    private record Mixed(Hidden one, Hidden other, Set<Cause> ofOne) {

        private static final double SCALE = 0.05;
        private static final double ODD_CASES = 0.006;

        private Hidden by(Cause cause) {
            return ofOne.contains(cause) ? one : other;
        }

        private MerchantNature nature() {
            return by(Cause.NATURE).nature();
        }

        private boolean isOff() {
            return !by(Cause.CATEGORY).sold().equals(by(Cause.CATEGORY).own());
        }

        private double discount() {
            return Math.clamp(nature().bestDiscount() + by(Cause.DISCOUNT).depth(), 0, 0.95);
        }

        Forecast forecast() {
            MerchantNature nature = nature();
            double best = DiscountAnswer.profit(
                    nature.bestDiscount(), nature.response(), nature.appetite(), nature.costShare());
            double ordinary = SalesModel.FOREGONE
                    * nature.monthlySales()
                    * (1 - nature.costShare())
                    / (SalesModel.BASE_RATE * best);
            double rate = Math.min(SalesModel.HIGHEST_RATE, SalesModel.BASE_RATE * Math.exp(conversion()));
            double list = nature.rightPrice() * Math.exp(by(Cause.PRICE).price());
            double margin = list * (1 - discount()) * (1 - DiscountAnswer.COMMISSION) - nature.costShare() * list;
            double baseline = nature.merchant().baselineGp30().amount()
                    * Math.exp(by(Cause.SEASON).season() + by(Cause.BASELINE).chance());
            return new Forecast(
                    ordinary * Math.exp(SalesModel.LEVEL + traffic()),
                    rate,
                    (int) Math.max(
                            1, Math.round(nature.capacity() * by(Cause.STATE).capacityFactor())),
                    margin,
                    (1 - SalesModel.FOREGONE) * baseline,
                    SalesModel.ORDINARY_SD * baseline,
                    baseline);
        }

        private double traffic() {
            return nature().quality()
                    + SalesModel.MOMENTUM * by(Cause.STATE).momentum()
                    + SalesModel.TREND * by(Cause.PLACE).trend()
                    + (1 + SalesModel.SEASON) * by(Cause.SEASON).season()
                    + SalesModel.DEMAND * (by(Cause.PLACE).demand() - 50)
                    - SalesModel.DENSITY * Math.log1p(by(Cause.COMPETITION).density())
                    + SalesModel.SKILL * by(Cause.OVERRIDES).skill()
                    + by(Cause.STATE).event();
        }

        private double conversion() {
            MerchantNature nature = nature();
            double price = by(Cause.PRICE).price();
            double length = by(Cause.DURATION).length();
            return DiscountAnswer.lift(discount(), nature.response(), nature.appetite())
                    - nature.elasticity() * price
                    - SalesModel.PRICE_CURVATURE * price * price
                    - SalesModel.DURATION_CURVATURE * length * length
                    - SalesModel.FATIGUE * by(Cause.FATIGUE).fatigue()
                    - SalesModel.RIVALS * Math.log1p(by(Cause.COMPETITION).rivals())
                    - (isOff() ? SalesModel.OFF_CATEGORY : 0);
        }

        double approval(Forecast forecast) {
            ManagerTaste taste = by(Cause.OVERRIDES).taste();
            double depth = by(Cause.DISCOUNT).depth();
            double price = by(Cause.PRICE).price();
            double length = by(Cause.DURATION).length();
            double sum = 0;
            for (OverrideReason reason : OverrideReason.values()) {
                double fault = switch (reason) {
                    case DISCOUNT_TOO_DEEP -> (depth - 0.04) / 0.08;
                    case DISCOUNT_TOO_SHALLOW -> (-depth - 0.06) / 0.09;
                    case PRICE_TOO_HIGH -> (price - 0.10) / 0.17;
                    case PRICE_TOO_LOW -> (-price - 0.15) / 0.20;
                    case RUN_TOO_LONG -> (length - 0.5) / 0.5;
                    case RUN_TOO_SHORT -> (-length - 0.6) / 0.5;
                    case WRONG_CATEGORY -> isOff() ? 2 : 0;
                    case BAD_TIMING ->
                        Math.max(0, by(Cause.FATIGUE).fatigue() - 1.7)
                                + Math.max(0, -2 * by(Cause.STATE).event() - 0.5);
                    case NO_CAPACITY -> forecast.expectedBuyers() / forecast.capacity() - 1.1;
                    case MERCHANT_DECLINED -> -2 * (by(Cause.STATE).momentum() + 0.7);
                    case OTHER -> 0;
                };
                double hazard = fault <= 0 ? 0 : SCALE * taste.weights()[reason.ordinal()] * Math.pow(fault, 1.5);
                sum += reason == OverrideReason.OTHER ? ODD_CASES : taste.strictness() * Math.min(hazard, 1);
            }
            return Math.exp(-sum);
        }
    }
}
