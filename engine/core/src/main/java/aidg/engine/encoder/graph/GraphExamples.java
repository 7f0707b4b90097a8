package aidg.engine.encoder.graph;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Snapshots and what followed each, kept in memory as long as they are small enough, else made again when asked
/// for. Not for two threads at once.
public final class GraphExamples {

    private static final long MOST_FLOATS_KEPT = 100_000_000;

    /// One snapshot with what followed.
    ///
    /// @param merchants those of whom it is known what followed
    public record Example(
            GraphSnapshot snapshot, Shares shares, NeighbourSampler sampler, GraphTargets targets, int[] merchants) {}

    private final MarketplaceGraph graph;
    private final Aggregator aggregator;
    private final List<LocalDate> days;
    private final int horizon;
    private final LocalDate knownBefore;
    private final List<@Nullable Example> kept = new ArrayList<>();
    private long floatsKept;

    private GraphExamples(
            MarketplaceGraph graph, Aggregator aggregator, List<LocalDate> days, int horizon, LocalDate knownBefore) {
        this.graph = graph;
        this.aggregator = aggregator;
        this.days = days;
        this.horizon = horizon;
        this.knownBefore = knownBefore;
        days.forEach(ignored -> kept.add(null));
    }

    /// What is learned from.
    public static GraphExamples learning(MarketplaceGraph graph, GraphPeriods periods, GraphOptions options) {
        return new GraphExamples(
                graph,
                options.aggregator(),
                periods.learnOn(options.everyDays()),
                options.everyDays(),
                periods.tuneFrom());
    }

    /// What decides when to stop.
    public static GraphExamples tuning(MarketplaceGraph graph, GraphPeriods periods, GraphOptions options) {
        return new GraphExamples(
                graph, options.aggregator(), periods.tuneOn(options.everyDays()), options.everyDays(), periods.until());
    }

    public int size() {
        return days.size();
    }

    public Example get(int number) {
        Example known = kept.get(number);
        if (known != null) {
            return known;
        }
        GraphSnapshot snapshot = graph.at(days.get(number));
        Shares shares = aggregator.shares(snapshot.edges());
        GraphTargets targets = graph.targets(days.get(number), horizon, knownBefore);
        Example example = new Example(snapshot, shares, new NeighbourSampler(shares), targets, targets.known());
        long floats = snapshot.features().length + 4L * snapshot.edges().weights().length;
        if (floatsKept + floats <= MOST_FLOATS_KEPT) {
            kept.set(number, example);
            floatsKept += floats;
        }
        return example;
    }
}
