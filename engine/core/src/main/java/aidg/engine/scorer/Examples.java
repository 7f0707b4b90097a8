package aidg.engine.scorer;

import aidg.engine.domain.Deal;
import aidg.engine.features.FeatureTable;
import aidg.engine.features.Gp30Ratio;
import java.util.ArrayList;
import java.util.List;

/// Deals of one part of the split with everything that is known of them.
///
/// @param deals   in the order of proposal
/// @param rows    raw feature rows
/// @param success 1 if approved and at its baseline, else 0
/// @param ratio   see `Gp30Ratio`; NaN if it did not run or has no positive baseline
public record Examples(List<Deal> deals, List<float[]> rows, List<Boolean> success, List<Double> ratio) {

    public Examples {
        deals = List.copyOf(deals);
        rows = List.copyOf(rows);
        success = List.copyOf(success);
        ratio = List.copyOf(ratio);
    }

    /// The deals of one part.
    public static Examples of(FeatureTable table, TimeSplit split, TimeSplit.Part part) {
        List<Deal> deals = new ArrayList<>();
        List<float[]> rows = new ArrayList<>();
        List<Boolean> success = new ArrayList<>();
        List<Double> ratio = new ArrayList<>();
        for (int i = 0; i < table.deals().size(); i++) {
            Deal deal = table.deals().get(i);
            Boolean succeeded = deal.succeededOn(split.asOf());
            if (split.part(deal) == part && succeeded != null) {
                deals.add(deal);
                rows.add(table.rows().get(i));
                success.add(succeeded);
                ratio.add(Gp30Ratio.of(deal, deal.outcomeOn(split.asOf())));
            }
        }
        return new Examples(deals, rows, success, ratio);
    }

    public int size() {
        return deals.size();
    }

    /// 1 for a success, 0 otherwise.
    public double[] labels() {
        return success.stream().mapToDouble(yes -> yes ? 1 : 0).toArray();
    }

    /// Every second deal, from the first or the second.
    Examples half(int which) {
        List<Integer> kept = new ArrayList<>();
        for (int i = which; i < size(); i += 2) {
            kept.add(i);
        }
        return new Examples(
                kept.stream().map(deals::get).toList(),
                kept.stream().map(rows::get).toList(),
                kept.stream().map(success::get).toList(),
                kept.stream().map(ratio::get).toList());
    }
}
