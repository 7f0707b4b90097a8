package aidg.engine.forecast;

import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOutcome;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.Generated;
import aidg.engine.marketplace.generator.MarketplaceGenerator;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.scorer.TimeSplit;
import aidg.engine.scorer.evaluation.Metrics;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/// Prints what each part of the forecast brings on the test months of the sample. Run by hand: without arguments
/// on the generated sample, with `parts` also leaving parts out, with `small` on a small one, with a mapping and
/// a folder on imported data.
final class ForecastStudy {

    private record Look(Deal deal, Expected expected, boolean soldOut, double approval, double reach) {}

    private final Marketplace market;
    private final TimeSplit split;
    private final Map<String, Double> truth;

    private ForecastStudy(Marketplace market, Map<String, Double> truth) {
        this.market = market;
        this.truth = truth;
        split = TimeSplit.of(market.deals(), market.asOf());
    }

    public static void main(String[] arguments) {
        if (arguments.length == 2) {
            ImportResult.Accepted read = (ImportResult.Accepted) new MarketplaceImport()
                    .read(
                            Path.of(arguments[1]),
                            new MarketplaceImport.Options(Path.of(arguments[0]), false, null),
                            Progress.SILENT);
            new ForecastStudy(read.marketplace(), Map.of()).run(false);
        } else {
            boolean small = List.of(arguments).equals(List.of("small"));
            Generated generated = new MarketplaceGenerator()
                    .generate(small ? 40 : 600, small ? 20 : 50, small ? 5 : 7, Progress.SILENT);
            new ForecastStudy(generated.marketplace(), generated.truth())
                    .run(List.of(arguments).equals(List.of("parts")));
        }
    }

    private void run(boolean parts) {
        print("cutoff %s, test from %s", split.tuneFrom(), split.testFrom());
        means("category means", deal -> deal.terms().category().name());
        means("merchant means", Deal::merchantId);
        long start = System.nanoTime();
        TopicReader notes = TopicReader.learn(market, split.tuneFrom());
        print("notes learned in %.1f s", seconds(start));
        study("all parts", notes, SalesForecastFit.Use.ALL, true);
        if (parts) {
            study("no notes", NoteReader.none(), SalesForecastFit.Use.ALL, false);
            study("no neighbours", notes, new SalesForecastFit.Use(true, false), false);
            study("no temporal part", notes, new SalesForecastFit.Use(false, false), false);
        }
    }

    private void study(String name, NoteReader reader, SalesForecastFit.Use use, boolean withApproval) {
        LocalDate cutoff = split.tuneFrom();
        long start = System.nanoTime();
        SalesForecastFit fit = SalesForecastFit.learn(market, cutoff, reader, use);
        double learned = seconds(start);
        start = System.nanoTime();
        SuccessFit success = withApproval
                ? SuccessFit.learn(market, cutoff, fit, reader)
                : new SuccessFit(new Hazards(List.of()), Logistic.of(List.of(), List.of(), 0));
        double approvalLearned = seconds(start);
        start = System.nanoTime();
        SalesReplay replay = new SalesReplay(market, fit, reader);
        List<Look> looks = new ArrayList<>();
        for (Deal deal : market.deals()) {
            MerchantForecast forecast = replay.on(deal.merchantId(), deal.proposedOn());
            Expected expected = forecast.at(deal.terms(), deal.startsOn(), deal.baselineGp30());
            double approved = success.approval(forecast, deal.terms(), deal.startsOn(), deal.baselineGp30());
            int capacity = replay.books().book(deal.merchantId()).capacity();
            DealOutcome outcome = deal.outcomeOn(market.asOf());
            boolean soldOut = outcome != null && outcome.redemptions() == capacity;
            looks.add(new Look(deal, expected, soldOut, approved, success.reach(expected)));
        }
        print(
                "%s: learned in %.1f s, approval in %.1f s, %d looks in %.1f s",
                name, learned, approvalLearned, looks.size(), seconds(start));
        describe(fit);
        score(name, looks, fit.counted());
    }

    private void score(String name, List<Look> looks, boolean counted) {
        List<Look> test = looks.stream()
                .filter(look -> split.part(look.deal()) == TimeSplit.Part.TEST)
                .toList();
        List<double[]> errors = new ArrayList<>();
        List<double[]> free = new ArrayList<>();
        for (Look look : test) {
            DealOutcome outcome = look.deal().outcomeOn(market.asOf());
            if (outcome == null || !look.deal().baselineGp30().isPositive()) {
                continue;
            }
            double conversion = counted ? conversion(outcome) : 0;
            double traffic = counted ? traffic(look.deal(), outcome) : sales(look.deal(), outcome);
            errors.add(new double[] {
                conversion - look.expected().logConversion(),
                traffic - look.expected().logTraffic(),
                conversion,
                traffic
            });
            if (!look.soldOut()) {
                free.add(errors.getLast());
            }
        }
        report(name, errors);
        report("  not sold out", free);
        List<Look> ran = test.stream().filter(look -> look.deal().approved()).toList();
        auc("deals that ran: reach", ran, look -> look.expected().reach());
        auc("deals that ran: corrected", ran, Look::reach);
        auc("all: approval x corrected", test, look -> look.approval() * look.reach());
        auc("all: reach", test, look -> look.expected().reach());
        auc(
                "all: approval x reach",
                test,
                look -> look.approval() * look.expected().reach());
        if (!truth.isEmpty()) {
            auc(
                    "deals that ran: truth",
                    ran,
                    look -> Objects.requireNonNull(truth.get(look.deal().id())));
            auc(
                    "all: truth",
                    test,
                    look -> Objects.requireNonNull(truth.get(look.deal().id())));
        }
    }

    private static double conversion(DealOutcome outcome) {
        return Math.log((outcome.redemptions() + 0.5) / (outcome.views() + 1.0));
    }

    private static double needed(Deal deal) {
        return Math.log(Math.max(0.01, deal.baselineGp30().amount())
                / deal.terms().listPrice().amount());
    }

    private static double traffic(Deal deal, DealOutcome outcome) {
        return Math.log(outcome.views() + 1.0) - needed(deal);
    }

    private static double sales(Deal deal, DealOutcome outcome) {
        return Math.log(outcome.redemptions() + 0.5) - needed(deal);
    }

    private void means(String name, java.util.function.Function<Deal, String> key) {
        Map<String, double[]> sums = new HashMap<>();
        List<double[]> errors = new ArrayList<>();
        for (Deal deal : market.deals()) {
            DealOutcome outcome = deal.outcomeOn(market.asOf());
            if (outcome == null || !deal.baselineGp30().isPositive()) {
                continue;
            }
            double[] sum = sums.computeIfAbsent(key.apply(deal), ignored -> new double[] {-2, 3.5, 1});
            boolean counted = outcome.views() > 0;
            double[] now = {counted ? conversion(outcome) : 0, counted ? traffic(deal, outcome) : sales(deal, outcome)};
            if (split.part(deal) == TimeSplit.Part.TEST) {
                errors.add(new double[] {now[0] - sum[0] / sum[2], now[1] - sum[1] / sum[2], now[0], now[1]});
            } else {
                sum[0] += now[0];
                sum[1] += now[1];
                sum[2]++;
            }
        }
        report(name, errors);
    }

    private static void report(String name, List<double[]> errors) {
        double[] rmse = new double[2];
        double[] explained = new double[2];
        for (int k = 0; k < 2; k++) {
            double sum = 0;
            double squares = 0;
            double left = 0;
            for (double[] error : errors) {
                sum += error[k + 2];
                squares += error[k + 2] * error[k + 2];
                left += error[k] * error[k];
            }
            rmse[k] = Math.sqrt(left / errors.size());
            explained[k] = 1 - left / (squares - sum * sum / errors.size());
        }
        print(
                "%-18s n %5d  conversion rmse %.3f R2 %.3f  traffic or sales rmse %.3f R2 %.3f",
                name, errors.size(), rmse[0], explained[0], rmse[1], explained[1]);
    }

    private void auc(String name, List<Look> looks, ToDoubleFunction<Look> score) {
        double[] labels = looks.stream()
                .mapToDouble(look -> Boolean.TRUE.equals(look.deal().succeededOn(market.asOf())) ? 1 : 0)
                .toArray();
        Metrics metrics = Metrics.of(looks.stream().mapToDouble(score).toArray(), labels, null);
        print(
                "   %-26s AUC %.4f log loss %.4f ece %.3f (%d deals)",
                name, Objects.requireNonNullElse(metrics.auc(), 0.5), metrics.logLoss(), metrics.ece(), looks.size());
    }

    private static void describe(SalesForecastFit fit) {
        for (Target target : fit.targets()) {
            Kernel kernel = fit.target(target).kernel();
            print(
                    "   %s: state %.3f over %.0f d, burst %.3f over %.0f d, area %.3f over %.0f d, noise %.3f",
                    target,
                    Math.sqrt(kernel.stateVariance()),
                    kernel.stateDays(),
                    Math.sqrt(kernel.burstVariance()),
                    kernel.burstDays(),
                    Math.sqrt(kernel.groupVariance()),
                    kernel.groupDays(),
                    Math.sqrt(kernel.noise()));
        }
        print(
                "   margin: ordinary %.3f kept %.3f cost between %.3f noise %.3f",
                fit.margin().ordinary(),
                fit.margin().kept(),
                Math.sqrt(fit.margin().between()),
                Math.sqrt(fit.margin().noise()));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void print(String line, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, line, arguments));
    }
}
