package aidg.engine.torch.graph;

import aidg.engine.domain.Progress;
import aidg.engine.encoder.graph.GraphOptions;
import aidg.engine.encoder.graph.GraphPeriods;
import aidg.engine.encoder.graph.GraphSnapshot;
import aidg.engine.encoder.graph.GraphTargets;
import aidg.engine.encoder.graph.MarketplaceGraph;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.torch.TorchDevice;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Prints what the graph branch brings on the sample marketplace: how well its linear read-out foretells the log
/// traffic surprise of deals after the test months began, beside averages of the merchant's own history and of
/// its area
/// and category. Not a test; run by hand.
final class GraphReport {

    private GraphReport() {}

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        ImportResult result = new MarketplaceImport()
                .read(
                        Path.of(System.getProperty("aidg.root", "../..")).resolve("sample-data"),
                        MarketplaceImport.Options.PLAIN,
                        Progress.SILENT);
        Marketplace market = ((ImportResult.Accepted) result).marketplace();
        GraphPeriods periods =
                new GraphPeriods(LocalDate.of(2024, 3, 1), LocalDate.of(2026, 1, 6), LocalDate.of(2026, 5, 14));
        MarketplaceGraph graph = new MarketplaceGraph(market);
        long start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            graph.at(periods.until().minusDays(14 * i));
        }
        System.out.printf("one snapshot: %.0f ms%n", (System.nanoTime() - start) / 1e7);
        GraphOptions d = GraphOptions.DEFAULT;
        GraphOptions options = new GraphOptions(
                Long.getLong("g.seed", d.seed()),
                d.aggregator(),
                Integer.getInteger("g.hidden", d.hidden()),
                d.fanOuts(),
                Integer.getInteger("g.epochs", d.epochs()),
                d.patience(),
                d.batch(),
                number("g.rate", d.rate()),
                number("g.decay", d.decay()),
                number("g.dropout", d.dropout()),
                Integer.getInteger("g.every", d.everyDays()));
        start = System.nanoTime();
        GraphTraining.Result trained = GraphTraining.run(market, periods, options, Progress.SILENT);
        System.out.printf("training: %.0f s, %s%n", (System.nanoTime() - start) / 1e9, options);
        trained.epochs().forEach(e -> System.out.printf("  %d: %.4f %.4f%n", e.number(), e.learnLoss(), e.tuneLoss()));
        try (GraphEncoder encoder = GraphEncoder.load(trained.weights(), TorchDevice.choose(TorchDevice.Wish.CPU))) {
            report(market, graph, periods, encoder);
        }
    }

    private static double number(String name, double otherwise) {
        return Double.parseDouble(System.getProperty(name, Double.toString(otherwise)));
    }

    /// Rows of columns: 4 targets, 4 read-outs, then the candidates' inputs.
    private static List<double[]> rows(
            Marketplace market, MarketplaceGraph graph, LocalDate from, LocalDate until, GraphEncoder encoder) {
        List<double[]> rows = new ArrayList<>();
        for (LocalDate day = from; day.isBefore(until); day = day.plusDays(14)) {
            GraphSnapshot snapshot = graph.at(day);
            GraphTargets targets = graph.targets(day, 14, until);
            float[][] told = encoder.readOut(encoder.embed(snapshot));
            double[][] areas = AreaAverages.of(market, snapshot);
            for (int m : targets.known()) {
                double[] row = new double[8 + 10 + 3];
                for (int k = 0; k < 4; k++) {
                    row[k] = targets.values()[m * 4 + k];
                    row[4 + k] = told[m][k];
                }
                for (int k = 0; k < 10; k++) {
                    row[8 + k] = snapshot.features()[m * snapshot.width() + OWN[k]];
                }
                System.arraycopy(areas[m], 0, row, 18, 3);
                rows.add(row);
            }
        }
        return rows;
    }

    /// Places of the merchant's own averages among its features: evidence, traffic, conversion, ratio, success.
    private static final int[] OWN = {7, 8, 9, 10, 11, 12, 13, 15, 17, 18};

    private static void report(Marketplace market, MarketplaceGraph graph, GraphPeriods periods, GraphEncoder encoder) {
        List<double[]> learn = rows(market, graph, periods.from(), periods.tuneFrom(), encoder);
        List<double[]> tune = rows(market, graph, periods.tuneFrom(), periods.until(), encoder);
        List<double[]> test = rows(market, graph, periods.until(), market.asOf(), encoder);
        System.out.printf("rows: learn %d, tune %d, test %d%n", learn.size(), tune.size(), test.size());
        int[] own = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17};
        int[] both = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        String[] names = {"traffic", "conversion", "ratio", "success"};
        for (String part : new String[] {"tune", "test", "test, < 4 deals"}) {
            List<double[]> some = part.equals("tune") ? tune : test;
            if (part.endsWith("deals")) {
                some = test.stream().filter(row -> row[10] < Math.log(1 + 3.0)).toList();
            }
            System.out.printf("%s (%d)%n", part, some.size());
            for (int k = 0; k < 4; k++) {
                int target = k;
                System.out.printf("  %-11s graph %.4f", names[k], correlation(some, target, row -> row[4 + target]));
                if (k == 0) {
                    System.out.printf(
                            " | own averages: short %.4f middle %.4f long %.4f",
                            correlation(some, 0, row -> row[11]),
                            correlation(some, 0, row -> row[12]),
                            correlation(some, 0, row -> row[13]));
                    System.out.printf(" | area-category average alone %.4f", correlation(some, 0, row -> row[18]));
                }
                double[] a = Least.squares(learn, target, own);
                double[] b = Least.squares(learn, target, both);
                System.out.printf(
                        " | own history, linear %.4f | own + area-category, linear %.4f%n",
                        correlation(some, target, row -> Least.dot(a, row, own)),
                        correlation(some, target, row -> Least.dot(b, row, both)));
            }
        }
    }

    private static double correlation(
            List<double[]> rows, int target, java.util.function.ToDoubleFunction<double[]> candidate) {
        double n = 0;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (double[] row : rows) {
            if (!Double.isNaN(row[target])) {
                double c = candidate.applyAsDouble(row);
                n++;
                x += c;
                y += row[target];
                xx += c * c;
                yy += row[target] * row[target];
                xy += c * row[target];
            }
        }
        return (xy - x * y / n) / Math.sqrt((xx - x * x / n) * (yy - y * y / n));
    }
}
