package aidg.engine.forecast;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Forecasts of many offers of one length in one category that start on one day. Sales are additive in what the
/// discount and what the list price does, so a discount is worked out once and another price costs little. Says
/// what `MerchantForecast` says, but for rounding. Used by one thread.
public final class OfferForecasts {

    /// A little more, so that the logarithm of a rounded price is covered too.
    private static final double HALF_A_CENT = 0.006;

    private final SalesForecastFit fit;
    private final SuccessFit success;
    private final Basis basis;
    private final Surroundings surroundings;
    private final Held held;
    private final DealTerms like;
    private final LocalDate startsOn;
    private final Money needed;
    private final double logNeeded;
    private final boolean positive;
    private final Priced conversion;
    private final Priced traffic;
    private final Map<Double, AtDiscount> discounts = new HashMap<>();
    private final List<Compared> compared = new ArrayList<>();
    private final double highest;
    private final double steepest;

    /// A target and what the list price does to it.
    private record Priced(Target target, PriceEffect effect, Kernel kernel) {}

    /// One discount, whatever the list price.
    ///
    /// @param situation at some list price
    private record AtDiscount(
            Situation situation, double logKept, AtTarget conversion, AtTarget traffic, Approvals approvals) {}

    /// @param parts    of the mean without what the list price does
    /// @param variance of the mean as a parabola in the list price, see `HiddenState.varianceAlong`
    private record AtTarget(Expected.Parts parts, double[] variance) {}

    /// A discount that may be the best one.
    ///
    /// @param gain log of the margin and mean log of the sales without what the list price does
    private record Compared(double discount, double logKept, double gain) {}

    /// One offer.
    ///
    /// @param expected what it would bring
    /// @param approval probability, 0..1, that it goes out
    public record Forecast(Expected expected, double approval) {}

    /// @param like of that length and category
    OfferForecasts(
            SalesForecastFit fit,
            SuccessFit success,
            Surroundings surroundings,
            Held held,
            DealTerms like,
            LocalDate startsOn,
            Money baseline) {
        this.fit = fit;
        this.success = success;
        basis = fit.basis();
        this.surroundings = surroundings;
        this.held = held;
        this.like = like;
        this.startsOn = startsOn;
        positive = baseline.isPositive();
        needed = positive ? baseline : Money.of(1);
        logNeeded = Math.log(needed.amount());
        conversion = priced(fit.counted() ? Target.CONVERSION : Target.SALES);
        traffic = priced(fit.counted() ? Target.TRAFFIC : Target.SALES);
        for (double discount : MerchantForecast.COMPARED) {
            double margin = MerchantForecast.margin(fit, held, discount);
            if (margin > 0) {
                Situation situation = surroundings.of(like.withDiscount(new Discount(discount)), startsOn, baseline);
                compared.add(new Compared(
                        discount,
                        Math.log(1 - discount),
                        Math.log(margin) + rest(conversion, situation).sum()));
            }
        }
        highest = compared.stream().mapToDouble(Compared::gain).max().orElse(0);
        steepest = conversion.effect().steepest();
    }

    private Priced priced(Target target) {
        TargetFit learned = fit.target(target);
        return new Priced(
                target,
                PriceEffect.of(learned, held.state(target), like.category().name()),
                learned.kernel());
    }

    /// What `MerchantForecast` and `SuccessFit` say of an offer of this length and category.
    public Forecast at(DealTerms terms) {
        AtDiscount at = discounts.computeIfAbsent(terms.discount().fraction(), ignored -> at(terms.discount()));
        double logList = Math.log(terms.price().amount()) - at.logKept();
        Expected expected = expected(at, logList);
        return new Forecast(expected, at.approvals().of(logList, best(terms.listPrice()), expected));
    }

    private Expected expected(AtDiscount at, double logList) {
        double sales = logNeeded - logList;
        return Outlook.of(
                fit,
                held,
                at.situation().offer().discount(),
                sales,
                fit.counted() ? read(conversion, at.conversion(), logList, sales) : Outlook.NOT_COUNTED,
                read(traffic, at.traffic(), logList, sales));
    }

    private AtDiscount at(Discount discount) {
        Situation situation = surroundings.of(like.withDiscount(discount), startsOn, needed);
        Circumstances deal = new Circumstances(situation, held, discount.fraction());
        return new AtDiscount(
                situation,
                Math.log(1 - discount.fraction()),
                at(conversion, situation),
                at(traffic, situation),
                new Approvals(success.approval(), fit, deal, deal.expected(fit)));
    }

    private AtTarget at(Priced priced, Situation situation) {
        Basis.Row row = basis.of(situation, held.right());
        double[] variance = held.state(priced.target())
                .varianceAlong(Basis.PRICE_OF_MERCHANT, row.ofMerchant(), !situation.offCategory(), priced.kernel());
        return new AtTarget(rest(priced, situation), variance);
    }

    /// The mean without what the list price does.
    private Expected.Parts rest(Priced priced, Situation situation) {
        Basis.Row row = basis.of(situation, held.right());
        Expected.Parts all = held.mean(fit, priced.target(), row, situation);
        Expected.Parts price =
                priced.effect().at(price(situation.offer().logList()), basis.needed(situation.logNeeded()));
        return new Expected.Parts(
                all.everybody() - price.everybody(),
                all.place() - price.place(),
                all.nature() - price.nature(),
                all.state(),
                all.area());
    }

    private Outlook read(Priced priced, AtTarget at, double logList, double sales) {
        double price = price(logList);
        Expected.Parts parts = at.parts().plus(priced.effect().at(price, basis.needed(sales)));
        double[] along = at.variance();
        double doubt = Math.max(0, along[0] + price * (along[1] + price * along[2]));
        return new Outlook(parts.sum(), doubt, doubt + priced.kernel().noise(), parts);
    }

    /// See `MerchantForecast.bestDiscount`; amounts are rounded to the cent as there. But for that rounding the
    /// list price would be the same at all discounts, so those that gain less by more than it can make up are
    /// left out.
    private double best(Money list) {
        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        double rounding = list.amount() < 1
                ? Double.POSITIVE_INFINITY
                : steepest
                        * HALF_A_CENT
                        / (list.amount() * (1 - MerchantForecast.COMPARED[MerchantForecast.COMPARED.length - 1]));
        for (Compared one : compared) {
            if (one.gain() + 2 * rounding >= highest) {
                Money paid = Money.of(Math.max(0.01, list.amount() * (1 - one.discount())));
                double logList = Math.log(paid.amount()) - one.logKept();
                double sales = basis.needed(positive ? logNeeded - logList : 0);
                double profit = one.gain() + conversion.effect().sum(price(logList), sales);
                if (profit > most) {
                    most = profit;
                    best = one.discount();
                }
            }
        }
        return best == 0 ? held.right().mean()[0] : best;
    }

    private double price(double logList) {
        return Basis.price(logList, held.right());
    }
}
