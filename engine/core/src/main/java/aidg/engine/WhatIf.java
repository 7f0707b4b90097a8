package aidg.engine;

import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.features.FeatureSchema.Side;
import aidg.engine.features.LiveFeatures.OtherTerms;
import aidg.engine.scorer.Calibration;
import aidg.engine.scorer.Scorer;
import aidg.engine.scorer.Scorer.Question;
import aidg.engine.scorer.TokenLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A proposal on other terms, over a grid of them: the tokens that a point of an axis changes pass the network
/// once, a pair is a sum and a small head. Joint facts and forecast are computed for every pair. Made by
/// `DealEngine.whatIf`; safe for use by several threads.
public final class WhatIf {

    private final Proposal proposal;
    private final Question base;
    private final OtherTerms terms;
    private final TokenLayout layout;
    private final Scorer scorer;
    private final Calibration calibration;

    WhatIf(
            Proposal proposal,
            Question base,
            OtherTerms terms,
            TokenLayout layout,
            Scorer scorer,
            Calibration calibration) {
        this.proposal = proposal;
        this.base = base;
        this.terms = terms;
        this.layout = layout;
        this.scorer = scorer;
        this.calibration = calibration;
    }

    /// A term that can be swept; the others stay as proposed.
    public enum Term {
        /// A fraction, 0 to under 1. What the customer pays stays, so the list price follows;
        /// `DealTerms.withDiscount` keeps the list price instead.
        DISCOUNT("discount"),
        /// Dollars that the customer pays, more than 0. The discount stays, so the list price follows.
        PRICE("price"),
        /// Whole days, 1 to 365.
        DURATION("duration");

        private final String token;

        Term(String token) {
            this.token = token;
        }
    }

    /// Values of one term to try, at least one.
    ///
    /// @param values in the term's unit
    public record Axis(Term term, List<Double> values) {
        public Axis {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("the axis %s has no values".formatted(term));
            }
        }

        /// @throws IllegalArgumentException naming the term whose value is out of range
        DealTerms apply(DealTerms to, int point) {
            double value = values.get(point);
            return switch (term) {
                case DISCOUNT -> new DealTerms(new Discount(value), to.price(), to.durationDays(), to.category());
                case PRICE -> new DealTerms(to.discount(), Money.of(value), to.durationDays(), to.category());
                case DURATION ->
                    new DealTerms(to.discount(), to.price(), Math.toIntExact(Math.round(value)), to.category());
            };
        }
    }

    /// What every pair would bring.
    ///
    /// @param score  probability, 0..1, that it is approved and reaches the baseline, `[point of x][point of y]`
    /// @param ratio  expected gross profit of 30 days over the baseline, if it goes out
    public record Surface(double[][] score, double[][] ratio) {}

    /// Scores every pair of a point on `x` and one on `y`.
    ///
    /// @throws IllegalArgumentException if both sweep one term, or a value is out of its range
    public Surface sweep(Axis x, Axis y) {
        if (x.term() == y.term()) {
            throw new IllegalArgumentException("both axes sweep the %s".formatted(x.term()));
        }
        int nx = x.values().size();
        int ny = y.values().size();
        int width = layout.size(Side.JOINT);
        float[] joints = new float[nx * ny * width];
        for (int i = 0; i < nx; i++) {
            DealTerms row = x.apply(proposal.terms(), i);
            for (int j = 0; j < ny; j++) {
                layout.write(Side.JOINT, terms.jointRow(y.apply(row, j)), joints, (i * ny + j) * width);
            }
        }
        List<Scorer.Output> outputs = scorer.sweep(base, tokens(x), tokens(y), joints);
        double[][] score = new double[nx][ny];
        double[][] ratio = new double[nx][ny];
        for (int i = 0; i < nx; i++) {
            for (int j = 0; j < ny; j++) {
                Scorer.Output output = outputs.get(i * ny + j);
                score[i][j] = calibration.success().probability(output.adjusted());
                ratio[i][j] = output.ratio();
            }
        }
        return new Surface(score, ratio);
    }

    /// The deal tokens that an axis changes anywhere, at each of its points.
    private Scorer.Axis tokens(Axis axis) {
        List<float[]> points = new ArrayList<>();
        for (int i = 0; i < axis.values().size(); i++) {
            points.add(layout.values(Side.DEAL, terms.row(axis.apply(proposal.terms(), i))));
        }
        int width = layout.width(Side.DEAL);
        List<Integer> changed = new ArrayList<>();
        for (int token = 0; token < layout.tokens(Side.DEAL).size(); token++) {
            int from = token * width;
            int to = from + width;
            boolean own = layout.tokens(Side.DEAL).get(token).name().equals(axis.term().token);
            if (own || points.stream().anyMatch(point -> !Arrays.equals(point, from, to, base.deal(), from, to))) {
                changed.add(token);
            }
        }
        float[] inputs = new float[points.size() * changed.size() * width];
        for (int i = 0; i < points.size(); i++) {
            for (int k = 0; k < changed.size(); k++) {
                System.arraycopy(
                        points.get(i), changed.get(k) * width, inputs, (i * changed.size() + k) * width, width);
            }
        }
        return new Scorer.Axis(changed.stream().mapToInt(Integer::intValue).toArray(), inputs);
    }
}
