package aidg.engine.scorer;

import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureTable;
import aidg.engine.scorer.CalibrationFit.Case;
import java.util.ArrayList;
import java.util.List;

/// What a scorer is trained on: the parts of the split, the token layout measured on the training deals, and the
/// tuning deals in two halves, one to stop on and one to calibrate on.
///
/// @param layout    measured on the training deals only
/// @param train     training deals
/// @param stop      half of the tuning deals, for early stopping
/// @param calibrate the other half
public record ScorerFit(TokenLayout layout, Examples train, Examples stop, Examples calibrate) {

    /// Divides a table of deals by time. The tuning deals go to the two halves in turn, so that both see all
    /// months.
    ///
    /// @param table rows of `schema().width()` raw values, one per deal, in the order of proposal; of a fit that
    ///              learned nothing after `split.tuneFrom()`, else the tuning months are not unseen [B2]
    /// @param split says which part each deal belongs to; deals without a known outcome are left out
    /// @return with means and deviations of the training deals alone; a part is empty where the split leaves it no
    ///     deal, which a split made by `TimeSplit.of` from the same deals never does
    public static ScorerFit of(FeatureTable table, TimeSplit split) {
        Examples train = Examples.of(table, split, TimeSplit.Part.TRAIN);
        Examples tune = Examples.of(table, split, TimeSplit.Part.TUNE);
        return new ScorerFit(TokenLayout.fit(table.schema(), train.rows()), train, tune.half(0), tune.half(1));
    }

    /// How unsure the sales forecast is of the deal of a feature row, beyond the chance of a single deal: a
    /// standard deviation in log-odds.
    public static double doubt(TokenLayout layout, float[] row) {
        return row[layout.schema().names().indexOf(FeatureFit.DOUBT)];
    }

    /// Calibrates a trained scorer on deals that it never saw.
    ///
    /// @param outputs of the calibration deals, in their order
    public Calibration calibration(List<Scorer.Output> outputs) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            cases.add(new Case(
                    outputs.get(i),
                    calibrate.success().get(i),
                    calibrate.deals().get(i).approved(),
                    calibrate.ratio().get(i)));
        }
        return CalibrationFit.fit(cases);
    }
}
