package aidg.engine.features;

import aidg.engine.domain.Deal;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import java.util.ArrayList;
import java.util.List;

/// The past deals of a marketplace as feature rows, each as it looked on the morning of its proposal.
///
/// @param deals in the order of their proposal
/// @param rows  one per deal, `schema.width()` raw values, NaN where missing
public record FeatureTable(FeatureSchema schema, List<Deal> deals, List<float[]> rows) {

    public FeatureTable {
        deals = List.copyOf(deals);
        rows = List.copyOf(rows);
    }

    /// Looks at every past deal of the marketplace with the knowledge of its day. [B2]
    public static FeatureTable of(Marketplace marketplace, FeatureFit fit, Progress progress) {
        FeatureSchema schema = fit.schema();
        List<FeatureFamily> families = fit.families();
        Timeline timeline = new Timeline(marketplace, fit);
        int width = schema.width();
        int total = marketplace.deals().size();
        List<float[]> rows = new ArrayList<>(total);
        for (Deal deal : marketplace.deals()) {
            if (rows.size() % 2048 == 0) {
                progress.at("Reading the history", rows.size(), total);
            }
            long today = deal.proposedOn().toEpochDay();
            timeline.replayBefore(today);
            Moment moment = timeline.look(deal.merchantId(), deal.terms(), deal.startsOn(), deal.baselineGp30(), today);
            rows.add(row(families, moment, width));
        }
        return new FeatureTable(schema, marketplace.deals(), rows);
    }

    static float[] row(List<FeatureFamily> families, Moment moment, int width) {
        FeatureFamily.Row row = new FeatureFamily.Row(width);
        families.forEach(family -> family.write(moment, row));
        return row.finish();
    }

    /// A row that only some families fill; the others' values are missing.
    ///
    /// @param widths of the families, 0 for one that fills its values
    static float[] partialRow(List<FeatureFamily> all, int[] widths, Moment moment, int width) {
        FeatureFamily.Row row = new FeatureFamily.Row(width);
        for (int i = 0; i < widths.length; i++) {
            if (widths[i] == 0) {
                all.get(i).write(moment, row);
            } else {
                row.skip(widths[i]);
            }
        }
        return row.finish();
    }
}
