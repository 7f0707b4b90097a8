package aidg.engine;

import aidg.engine.explain.ShapleyValues.Coalition;
import aidg.engine.models.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// What an explanation would tell if things were otherwise than the sales forecast holds most likely, but as
/// likely as it says they may be: the forecast's parts, with what is held of the merchants drawn from its
/// posterior. Each cause is read as the first and as the last one to join, which is close to what all orders say
/// and much cheaper.
final class Steadiness {

    private static final int DRAWS = 8;

    private final Contrast contrast;
    private final ModelFile model;

    Steadiness(Contrast contrast, ModelFile model) {
        this.contrast = contrast;
        this.model = model;
    }

    /// What would be told instead, draw by draw; nothing where the forecast is not told in parts.
    ///
    /// @param told points per thing told, the forecast's parts last
    List<double[]> instead(double[] told) {
        if (contrast.divided().parts() == 0) {
            return List.of();
        }
        RandomGenerator random =
                new SplittableRandom(model.provenance().options().seed());
        List<ForecastMix> draws = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            Seen own = drawn(contrast.own(), random);
            List<Seen> others = contrast.others().stream()
                    .map(other -> drawn(other, random))
                    .toList();
            draws.add(new ForecastMix(model.learned().fit(), model.layout(), own, others));
        }
        List<Coalition> coalitions = coalitions();
        return draws.parallelStream().map(draw -> contrast.mixes(coalitions, draw)).toList().stream()
                .map(mixes -> instead(told, parts(contrast.scoreMixes(mixes))))
                .toList();
    }

    private static double[] instead(double[] told, double[] parts) {
        double[] one = told.clone();
        System.arraycopy(parts, 0, one, one.length - parts.length, parts.length);
        return one;
    }

    private static Seen drawn(Seen seen, RandomGenerator random) {
        return new Seen(
                seen.proposalId(),
                seen.merchantId(),
                seen.row(),
                seen.question(),
                seen.circumstances().drawn(random),
                seen.score());
    }

    /// Per other deal, the forecast with one cause more than none and with one less than all; first with none and
    /// with all.
    private List<Coalition> coalitions() {
        int parts = contrast.divided().parts();
        List<Coalition> coalitions = new ArrayList<>();
        for (int other = 0; other < contrast.backgrounds(); other++) {
            for (int part = -1; part < parts; part++) {
                coalitions.add(contrast.forecastOf(other, only(parts, part)));
                coalitions.add(contrast.forecastOf(other, but(parts, part)));
            }
        }
        return coalitions;
    }

    /// Per cause the mean of what it does as the first and as the last one, over the other deals.
    private double[] parts(double[] scores) {
        double[] parts = new double[contrast.divided().parts()];
        int each = 2 * (parts.length + 1);
        for (int other = 0; other < contrast.backgrounds(); other++) {
            int at = other * each;
            for (int part = 0; part < parts.length; part++) {
                int mine = at + 2 * (part + 1);
                double first = scores[mine] - scores[at];
                double last = scores[at + 1] - scores[mine + 1];
                parts[part] += (first + last) / 2 / contrast.backgrounds();
            }
        }
        return parts;
    }

    private static boolean[] only(int parts, int part) {
        boolean[] joined = new boolean[parts];
        if (part >= 0) {
            joined[part] = true;
        }
        return joined;
    }

    private static boolean[] but(int parts, int part) {
        boolean[] joined = only(parts, part);
        for (int i = 0; i < parts; i++) {
            joined[i] = !joined[i];
        }
        return joined;
    }
}
