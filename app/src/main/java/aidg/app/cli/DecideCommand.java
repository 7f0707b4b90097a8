package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.review.Decision;
import aidg.engine.review.Standing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench decide`.
@CommandLine.Command(
        name = "decide",
        description = {
            "Decide on a proposal: approve it, override it, or take that back.",
            "Every decision is added to the log and kept; an undo is a further line. A decided proposal leaves the",
            "queue. What the safety guard refuses cannot be approved.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench decide approve --deal D029988",
            "           workbench decide override --deal D029988 --reason discount_too_deep --discount 0.2",
            "           workbench decide undo --deal D029988"
        })
final class DecideCommand extends Command.InWorkspace {

    /// Codes of the reasons, for the help.
    private static final String REASONS = "discount_too_deep, discount_too_shallow, price_too_high, price_too_low,"
            + " run_too_long, run_too_short, wrong_category, bad_timing, no_capacity, merchant_declined, other";

    /// What to do.
    enum Verb {
        APPROVE,
        OVERRIDE,
        UNDO
    }

    @Parameters(index = "0", paramLabel = "VERB", description = "approve, override or undo.")
    private Verb verb = Verb.APPROVE;

    @Option(names = "--deal", paramLabel = "ID", required = true, description = "The proposal, as `queue` shows it.")
    private String deal = "";

    @Option(names = "--reason", paramLabel = "R", description = "Why it is overridden: " + DecideCommand.REASONS + ".")
    private @Nullable String reason;

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "In your own words.")
    private String comment = "";

    @ArgGroup(exclusive = false, heading = "New terms, with override:%n")
    private @Nullable TermsOptions terms;

    DecideCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        checkCall();
        try (Session session = open(progress);
                DealEngine engine = engine(session, session.marketplace(progress), Device.CPU, progress)) {
            ScoredDeal scored = engine.score(List.of(ScoreCommand.proposal(engine.marketplace(), deal)))
                    .getFirst();
            Decision decision =
                    session.workspace().append(deal, verdict(session, scored), scored.score(), scored.modelHash());
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("sequence", decision.sequence());
            json.put("dealId", decision.dealId());
            json.put("decision", verb.name().toLowerCase(Locale.ROOT));
            json.put("at", decision.at().toString());
            json.put("score", decision.score());
            json.put("modelHash", decision.modelHash());
            return Result.of(json, "%s, line %d of the log.".formatted(words(scored.proposal()), decision.sequence()));
        }
    }

    private String words(Proposal proposal) {
        return switch (verb) {
            case APPROVE -> "'%s' is approved".formatted(proposal.title());
            case OVERRIDE -> "'%s' is overridden".formatted(proposal.title());
            case UNDO -> "The decision on '%s' is taken back".formatted(proposal.title());
        };
    }

    private Decision.Verdict verdict(Session session, ScoredDeal scored) {
        Decision current =
                Standing.of(session.workspace().decisions()).inForce().get(deal);
        if (verb == Verb.UNDO) {
            if (current == null) {
                throw Failure.badInput(
                        "There is no decision on '%s' to take back.".formatted(deal),
                        "--deal",
                        "`workbench queue` shows what awaits a decision.");
            }
            return new Decision.Withdrawn(current.sequence());
        }
        if (current != null) {
            throw Failure.badInput(
                    "'%s' is decided already, line %d of the log.".formatted(deal, current.sequence()),
                    "--deal",
                    "Take that back first: `workbench decide undo --deal %s`.".formatted(deal));
        }
        if (verb == Verb.OVERRIDE) {
            return new Decision.Overridden(reason(), newTerms(scored.proposal().terms()), comment);
        }
        if (!scored.guard().allowed()) {
            throw Failure.badInput(
                    "The safety guard does not let '%s' go out: %s."
                            .formatted(deal, scored.guard().reason()),
                    "--deal",
                    "Override it with a reason, or with other terms.");
        }
        return new Decision.Approved();
    }

    /// Refuses what contradicts itself before anything is opened.
    private void checkCall() {
        if (verb == Verb.OVERRIDE) {
            reason();
        } else if (reason != null || terms != null || !comment.isEmpty()) {
            throw Failure.badInput(
                    "A reason, a comment and new terms belong to an override, not to %s."
                            .formatted(verb == Verb.UNDO ? "an undo" : "an approval"),
                    "decide " + verb.name().toLowerCase(Locale.ROOT),
                    "Leave them out, or use `workbench decide override`.");
        }
    }

    private OverrideReason reason() {
        String given = reason;
        if (given == null) {
            throw Failure.badInput("An override needs a reason.", "--reason", "One of: %s.".formatted(REASONS));
        }
        try {
            return OverrideReason.of(given);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    "'%s' is not a reason.".formatted(given), "--reason", "One of: %s.".formatted(REASONS));
        }
    }

    private @Nullable DealTerms newTerms(DealTerms proposed) {
        TermsOptions given = terms;
        return given == null ? null : given.over(proposed);
    }
}
