package aidg.engine.torch.graph;

import aidg.engine.domain.Merchant;
import aidg.engine.encoder.graph.GraphSnapshot;
import aidg.engine.marketplace.Marketplace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a table of averages would know of a merchant's neighbours: traffic surprise of the others of its area and
/// category, and of its area, over the last months.
final class AreaAverages {

    private AreaAverages() {}

    /// @return (merchants, 3): average over area and category, log evidence, average over the area
    static double[][] of(Marketplace market, GraphSnapshot snapshot) {
        List<Merchant> merchants = market.merchants();
        Map<String, double[]> sums = new HashMap<>();
        double[][] own = new double[merchants.size()][2];
        for (int m = 0; m < merchants.size(); m++) {
            double change = value(snapshot, m, 11);
            double weight = Math.expm1(value(snapshot, m, 8));
            own[m] = new double[] {change * weight, weight};
            for (String key : keys(merchants.get(m))) {
                double[] sum = sums.computeIfAbsent(key, ignored -> new double[2]);
                sum[0] += change * weight;
                sum[1] += weight;
            }
        }
        double[][] averages = new double[merchants.size()][];
        for (int m = 0; m < merchants.size(); m++) {
            String[] keys = keys(merchants.get(m));
            double[] near = sums.getOrDefault(keys[0], new double[2]);
            double[] area = sums.getOrDefault(keys[1], new double[2]);
            averages[m] = new double[] {
                (near[0] - own[m][0]) / (near[1] - own[m][1] + 3),
                Math.log1p(Math.max(0, near[1] - own[m][1])),
                (area[0] - own[m][0]) / (area[1] - own[m][1] + 3)
            };
        }
        return averages;
    }

    private static String[] keys(Merchant m) {
        String area = m.cityId() + '\n' + m.area();
        return new String[] {area + '\n' + m.category().name(), area};
    }

    private static double value(GraphSnapshot snapshot, int m, int column) {
        return snapshot.features()[m * snapshot.width() + column];
    }
}
