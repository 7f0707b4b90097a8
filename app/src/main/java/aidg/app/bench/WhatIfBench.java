package aidg.app.bench;

import aidg.engine.DealEngine;
import aidg.engine.EditLimits;
import aidg.engine.WhatIf;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Progress;
import aidg.engine.domain.Proposal;
import aidg.engine.whatif.Axis;
import aidg.engine.whatif.Curve;
import aidg.engine.whatif.Limits;
import aidg.engine.whatif.SmallestEdit;
import aidg.engine.whatif.Term;
import aidg.engine.whatif.WideRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// Times what a drag, the corridor and the search for an edit cost. The peer scores every offer by itself.
public final class WhatIfBench {

    private static final int ON_A_CURVE = 41;
    private static final int GRID = 64;
    private static final int STEPS = 5;

    /// One of sixty frames a second.
    private static final double FRAME_MS = 16;

    /// Discounts that the drag stops at, a thousandth apart, none of them swept before.
    private static final int STOPS = 300;

    private final DealEngine engine;

    public WhatIfBench(DealEngine engine) {
        this.engine = engine;
    }

    /// @param proposals what is tried on other terms; the first one counts
    public Measured run(List<Proposal> proposals, Progress progress) {
        Proposal proposal = proposals.getFirst();
        DealTerms terms = proposal.terms();
        Limits limits = EditLimits.of(engine.marketplace(), proposal).limits();
        WhatIf whatIf = engine.whatIf(proposal);
        List<Row> rows = new ArrayList<>();
        progress.at("Timing", 0, STEPS);
        double[] single = Stopwatch.time(200, () -> engine.score(List.of(proposal)));
        Row one = Row.of("score 1", "the figures at the top", single);
        rows.add(one);
        progress.at("Timing", 1, STEPS);
        rows.add(Row.of("3 curves of " + ON_A_CURVE, "one sweep each", Stopwatch.time(60, () -> {
                    for (Term term : Term.values()) {
                        Curve.of(whatIf, terms, axis(term, terms, limits, ON_A_CURVE));
                    }
                }))
                .peer("one by one", one.medianMs() * Term.values().length * ON_A_CURVE));
        progress.at("Timing", 2, STEPS);
        rows.add(drag(proposal, whatIf, limits)
                .peer("one by one", one.medianMs() * (1 + Term.values().length * ON_A_CURVE))
                .mostlyAtMost(FRAME_MS));
        progress.at("Timing", 3, STEPS);
        Axis x = axis(Term.DISCOUNT, terms, limits, GRID);
        Axis y = axis(Term.PRICE, terms, limits, GRID);
        rows.add(Row.of(
                        "corridor %d x %d".formatted(GRID, GRID),
                        "one sweep",
                        Stopwatch.time(20, () -> whatIf.sweep(terms, x, y)))
                .peer("one by one", one.medianMs() * GRID * GRID)
                .atMost(FRAME_MS));
        progress.at("Timing", 4, STEPS);
        double target =
                Math.min(0.95, engine.score(List.of(proposal)).getFirst().score() + 0.2);
        SmallestEdit.Answer answer = SmallestEdit.find(whatIf, terms, limits, target);
        rows.add(Row.of(
                "smallest edit",
                "score 20 points up, %s".formatted(answer.edits().isEmpty() ? "none" : "found"),
                Stopwatch.time(20, () -> SmallestEdit.find(whatIf, terms, limits, target))));
        return new Measured(Map.of(), rows);
    }

    /// One score and three curves after the discount has moved a little.
    private Row drag(Proposal proposal, WhatIf whatIf, Limits limits) {
        DealTerms terms = proposal.terms();
        List<Axis> axes = Arrays.stream(Term.values())
                .map(term -> axis(term, terms, limits, ON_A_CURVE))
                .toList();
        AtomicInteger stop = new AtomicInteger();
        double[] millis = Stopwatch.time(STOPS / 2, () -> {
            double discount = 0.1005 + 0.001 * (stop.getAndIncrement() % STOPS);
            DealTerms moved = Term.DISCOUNT.with(terms, discount);
            engine.score(List.of(proposal.withTerms(moved)));
            axes.forEach(axis -> Curve.of(whatIf, moved, axis));
        });
        return Row.of("drag", "one score, 3 curves of " + ON_A_CURVE, millis);
    }

    private static Axis axis(Term term, DealTerms terms, Limits limits, int points) {
        Limits.Range range = limits.ranges().get(term);
        return (range == null ? WideRange.of(term, terms) : WideRange.of(term, terms, range)).axis(points);
    }
}
