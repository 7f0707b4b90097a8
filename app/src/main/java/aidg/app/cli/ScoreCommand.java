package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoreTrace;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Money;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/// `workbench score`.
@CommandLine.Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Score a deal that you name by its merchant and terms, a proposal by its id, or a file of deals.",
            "The score is the probability that the deal is approved and reaches the merchant's baseline gross",
            "profit of 30 days."
        })
final class ScoreCommand extends Command.InWorkspace {

    @ArgGroup(exclusive = false, heading = "One deal:%n")
    private @Nullable Terms terms;

    @Option(names = "--deal", paramLabel = "ID", description = "A proposal of the workspace, instead of terms.")
    private @Nullable String deal;

    @Option(
            names = "--deals",
            paramLabel = "FILE.csv",
            description = "Many deals, with the columns merchant_id, discount, price, duration_days and, if wanted,"
                    + " category and starts_on.")
    private @Nullable Path deals;

    @Option(names = "--merchant", paramLabel = "ID", description = "Whose deal it is.")
    private @Nullable String merchant;

    @Option(names = "--explain", description = "Say how the score came about.")
    private boolean explain;

    @Option(names = "--device", defaultValue = "cpu", description = "cpu, gpu or auto. Default: ${DEFAULT-VALUE}.")
    private Device device = Device.CPU;

    /// What is offered.
    static final class Terms {
        @Option(names = "--discount", paramLabel = "F", required = true, description = "As a fraction: 0.25 for 25 %%.")
        private double discount;

        @Option(names = "--price", paramLabel = "F", required = true, description = "What the customer pays, in dollars.")
        private double price;

        @Option(names = {"--days", "--duration-days"}, paramLabel = "N", required = true, description = "How long it runs.")
        private int days;

        @Option(names = "--category", paramLabel = "C", description = "Default: the merchant's.")
        private @Nullable String category;

        @Option(names = "--date", paramLabel = "D", description = "First day, as 2026-11-23. Default: the day after the data.")
        private @Nullable LocalDate date;
    }

    ScoreCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        long ways = Stream.of(deal, deals, merchant).filter(Objects::nonNull).count();
        if (ways != 1) {
            throw Failure.badInput(
                    "Nothing tells which deal to score.",
                    "",
                    "Give one of --merchant (with --discount, --price, --days), --deal or --deals.");
        }
        try (Session session = open()) {
            Marketplace marketplace = session.marketplace(progress);
            List<Proposal> proposals = proposals(marketplace);
            try (DealEngine engine = session.engine(marketplace, device.wish())) {
                List<ScoredDeal> scored = explain
                        ? proposals.stream().map(engine::explain).toList()
                        : engine.score(proposals);
                return deals == null ? one(scored.getFirst()) : many(scored);
            }
        }
    }

    private List<Proposal> proposals(Marketplace marketplace) throws IOException {
        Path file = deals;
        String id = deal;
        String whose = merchant;
        if (file != null) {
            return DealFile.read(file, marketplace);
        }
        if (id != null) {
            return List.of(proposal(marketplace, id));
        }
        Terms offered = terms;
        if (offered == null || whose == null) {
            throw Failure.badInput("The terms are missing.", "", "Add --discount, --price and --days.");
        }
        Merchant found = merchant(marketplace, whose);
        DealTerms named = new DealTerms(
                new Discount(offered.discount),
                Money.of(offered.price),
                offered.days,
                offered.category == null ? found.category() : new Category(offered.category));
        return List.of(request("request", found, named, marketplace, offered.date));
    }

    /// A deal that nobody has proposed yet.
    static Proposal request(
            String id, Merchant merchant, DealTerms terms, Marketplace marketplace, @Nullable LocalDate startsOn) {
        LocalDate start = startsOn == null ? marketplace.asOf().plusDays(1) : startsOn;
        if (start.isBefore(marketplace.asOf())) {
            throw Failure.badInput(
                    "The deal would start on %s, but the data ends on %s.".formatted(start, marketplace.asOf()),
                    "--date",
                    "Name a later day.");
        }
        return new Proposal(id, merchant.id(), "", terms, marketplace.asOf(), start, merchant.baselineGp30());
    }

    static Merchant merchant(Marketplace marketplace, String id) {
        return marketplace
                .merchant(id)
                .orElseThrow(() -> Failure.badInput(
                        "No merchant has the id '%s'.".formatted(id),
                        "--merchant",
                        "`workbench queue` shows ids, as does the merchants file."));
    }

    static Proposal proposal(Marketplace marketplace, String id) {
        return marketplace.proposals().stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "No proposal has the id '%s'.".formatted(id), "--deal", "`workbench queue` shows ids."));
    }

    private static Result one(ScoredDeal scored) {
        return Result.of(json(scored), text(scored));
    }

    private static Result many(List<ScoredDeal> scored) {
        return Result.of(
                Map.of("results", scored.stream().map(ScoreCommand::json).toList()),
                String.join("\n", scored.stream().map(ScoreCommand::line).toList()));
    }

    private static Map<String, @Nullable Object> json(ScoredDeal scored) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("merchantId", scored.proposal().merchantId());
        json.put("score", scored.score());
        json.put("low", scored.interval().low());
        json.put("high", scored.interval().high());
        json.put("approval", scored.approval());
        json.put("reach", scored.reach());
        json.put("risk", scored.risk());
        json.put("expectedGp30", scored.expectedGp30());
        json.put("expectedGp30Low", scored.gp30Range().low());
        json.put("expectedGp30High", scored.gp30Range().high());
        json.put("guard", scored.guard());
        json.put("modelHash", scored.modelHash());
        json.put("device", scored.device());
        if (scored.trace() != null) {
            json.put("trace", scored.trace());
        }
        return json;
    }

    private static String line(ScoredDeal s) {
        return String.format(
                Locale.ROOT,
                "%-10s %5.1f%% (%.0f–%.0f%%), expected GP30 $%,.0f, guard: %s",
                s.proposal().merchantId(),
                100 * s.score(),
                100 * s.interval().low(),
                100 * s.interval().high(),
                s.expectedGp30().amount(),
                s.guard().reason());
    }

    private static String text(ScoredDeal s) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Score %.1f%%, between %.0f%% and %.0f%% (90%% interval); %s: %.0f%%%n",
                100 * s.score(),
                100 * s.interval().low(),
                100 * s.interval().high(),
                s.baseRateOf(),
                100 * s.baseRate()));
        text.append(String.format(
                Locale.ROOT,
                "Approved %.0f%%, reaches baseline %.0f%%; override risk %.2f%n",
                100 * s.approval(),
                100 * s.reach(),
                s.risk()));
        text.append(String.format(
                Locale.ROOT,
                "Expected gross profit of 30 days $%,.0f, between $%,.0f and $%,.0f; baseline $%,.0f%n",
                s.expectedGp30().amount(),
                s.gp30Range().low().amount(),
                s.gp30Range().high().amount(),
                s.proposal().baselineGp30().amount()));
        text.append("Guard: %s%n".formatted(s.guard().reason()));
        ScoreTrace trace = s.trace();
        if (trace != null) {
            explain(trace, s.score(), text);
        }
        return text.append("Model %s on %s".formatted(s.modelHash(), s.device())).toString();
    }

    private static void explain(ScoreTrace trace, double score, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "%nWhy, in points of score%n  %-52s %6.1f%n", "Typical deal of this category", 100 * trace.baseScore()));
        double rest = 0;
        for (int i = 0; i < trace.contributions().size(); i++) {
            ScoreTrace.Contribution c = trace.contributions().get(i);
            if (i < 8) {
                text.append(String.format(Locale.ROOT, "  %-52s %+6.1f%n", c.words(), 100 * c.points()));
            } else {
                rest += c.points();
            }
        }
        text.append(String.format(Locale.ROOT, "  %-52s %+6.1f%n", "%d smaller parts".formatted(trace.contributions().size() - 8), 100 * rest));
        text.append(String.format(Locale.ROOT, "  %-52s %6.1f%n", "Score", 100 * score));
        trace.sentences().forEach(sentence -> text.append(sentence).append('\n'));
        text.append('\n');
    }
}
