package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Merchant;
import aidg.engine.domain.Proposal;
import aidg.engine.marketplace.Marketplace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `workbench score`.
@CommandLine.Command(
        name = "score",
        description = {
            "Score a deal: a proposal, one you describe, or a file of them.",
            "The score is the probability that the deal is approved and reaches the merchant's baseline gross profit",
            "of 30 days. It comes with a 90 %% interval, the expected gross profit and the safety guard's verdict.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench score --deal D029988 --explain",
            "           workbench score --deal D029988 --discount 0.2          the proposal with another discount",
            "           workbench score --merchant M00001 --discount 0.25 --price 39 --days 14 --date 2026-11-27",
            "           workbench score --deals deals.csv --json"
        })
final class ScoreCommand extends Command.InWorkspace {

    @Option(
            names = "--deal",
            paramLabel = "ID",
            description = "A proposal of the workspace; terms given replace its own.")
    private @Nullable String deal;

    @Option(
            names = "--merchant",
            paramLabel = "ID",
            description = "The merchant of a deal that you describe by its terms.")
    private @Nullable String merchant;

    @Option(
            names = "--deals",
            paramLabel = "FILE.csv",
            description = "Many deals: columns merchant_id (may be left out if --merchant is given), discount, price,"
                    + " duration_days and, if wanted, category and starts_on.")
    private @Nullable Path deals;

    @Option(names = "--explain", description = "Say how the score came about.")
    private boolean explain;

    @Mixin
    private DeviceOption device = new DeviceOption();

    @ArgGroup(exclusive = false, heading = "Terms:%n")
    private @Nullable TermsOptions terms;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "First day, as 2026-11-23. Default: the day after the data, or the proposal's.")
    private @Nullable LocalDate date;

    ScoreCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) throws IOException {
        checkCall();
        try (Session session = open(progress)) {
            Marketplace marketplace = session.marketplace(progress);
            List<Proposal> proposals = proposals(marketplace);
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                List<ScoredDeal> scored = explain ? explained(engine, proposals, progress) : engine.score(proposals);
                return deals == null ? ScoreResult.one(scored.getFirst()) : ScoreResult.many(scored);
            }
        }
    }

    private static List<ScoredDeal> explained(DealEngine engine, List<Proposal> proposals, ProgressLine progress) {
        return proposals.stream()
                .map(proposal -> {
                    progress.at("Explaining", proposals.indexOf(proposal), proposals.size());
                    return engine.explain(proposal);
                })
                .toList();
    }

    /// Refuses what contradicts itself before anything is opened.
    private void checkCall() {
        if (deal == null && deals == null && merchant == null) {
            throw Failure.badInput(
                    "Nothing tells which deal to score.",
                    "",
                    "Give --deal ID, or --merchant ID with --discount, --price and --days, or --deals FILE.csv.");
        }
        if (deal != null && (merchant != null || deals != null)) {
            throw Failure.badInput(
                    "--deal names a proposal, so %s cannot be given as well."
                            .formatted(merchant != null ? "--merchant" : "--deals"),
                    "--deal",
                    "Leave one of them out.");
        }
        if (deals != null && (terms != null || date != null)) {
            throw Failure.badInput(
                    "The terms are in the file, so they cannot be given as options as well.",
                    "--deals",
                    "Leave --discount, --price, --days, --category and --date out.");
        }
        if (merchant != null && deals == null) {
            List<String> missing = (terms == null ? new TermsOptions() : terms).missing();
            if (!missing.isEmpty()) {
                String names = String.join(", ", missing);
                throw Failure.badInput("The deal's terms are incomplete.", "--merchant", "Add %s.".formatted(names));
            }
        }
    }

    private List<Proposal> proposals(Marketplace marketplace) throws IOException {
        TermsOptions given = terms == null ? new TermsOptions() : terms;
        given.requireKnownCategory(marketplace);
        Merchant whose = merchant == null ? null : merchant(marketplace, merchant);
        if (deals != null) {
            return new DealFile(deals, marketplace, whose).read();
        }
        if (whose != null) {
            LocalDate start = date == null ? marketplace.asOf().plusDays(1) : date;
            return List.of(request("request", whose, given.whole(whose.category()), marketplace, start));
        }
        Proposal proposal = proposal(marketplace, String.valueOf(deal));
        LocalDate start = date == null ? proposal.startsOn() : date;
        return List.of(new Proposal(
                proposal.id(),
                proposal.merchantId(),
                proposal.title(),
                given.over(proposal.terms()),
                proposal.proposedOn(),
                start,
                proposal.baselineGp30()));
    }

    /// A deal that nobody has proposed yet, as of the end of the data.
    ///
    /// @throws IllegalArgumentException if it would start before that
    static Proposal request(String id, Merchant merchant, DealTerms terms, Marketplace marketplace, LocalDate start) {
        if (start.isBefore(marketplace.asOf())) {
            throw new IllegalArgumentException(
                    "the deal would start on %s, but the data ends on %s".formatted(start, marketplace.asOf()));
        }
        return new Proposal(id, merchant.id(), "", terms, marketplace.asOf(), start, merchant.baselineGp30());
    }

    static Merchant merchant(Marketplace marketplace, String id) {
        return marketplace
                .merchant(id)
                .orElseThrow(() -> Failure.badInput(
                        "No merchant has the id '%s'.".formatted(id),
                        "--merchant",
                        "`workbench queue --json` shows ids, as does the merchants file."));
    }

    static Proposal proposal(Marketplace marketplace, String id) {
        return marketplace.proposals().stream()
                .filter(proposal -> proposal.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Failure.badInput(
                        "No proposal has the id '%s'.".formatted(id), "--deal", "`workbench queue` shows ids."));
    }
}
