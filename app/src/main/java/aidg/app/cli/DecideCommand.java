package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.review.Decision;
import aidg.engine.review.Standing;
import aidg.engine.torch.TorchDevice;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench decide`.
@CommandLine.Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Decide on a proposal: approve it, override it with a reason, or take the decision back.",
            "Every decision is added to the log and kept; an undo is a further line."
        })
final class DecideCommand extends Command.InWorkspace {

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

    @Option(names = "--reason", paramLabel = "R", description = "Why it is overridden, e.g. discount_too_deep.")
    private @Nullable String reason;

    @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "In your own words.")
    private String comment = "";

    @Option(names = "--discount", paramLabel = "F", description = "New discount, as a fraction.")
    private @Nullable Double discount;

    @Option(names = "--price", paramLabel = "F", description = "New price, in dollars.")
    private @Nullable Double price;

    @Option(names = "--days", paramLabel = "N", description = "New length of the run.")
    private @Nullable Integer days;

    DecideCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        try (Session session = open();
                DealEngine engine = session.engine(session.marketplace(progress), TorchDevice.Wish.CPU)) {
            ScoredDeal scored = engine.score(List.of(ScoreCommand.proposal(engine.marketplace(), deal)))
                    .getFirst();
            Decision decision = session.workspace()
                    .append(deal, verdict(session, scored), scored.score(), scored.modelHash());
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
                throw Failure.badInput("There is no decision on '%s' to take back.".formatted(deal), "--deal", "");
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
                    "The safety guard does not let '%s' go out: %s.".formatted(deal, scored.guard().reason()),
                    "--deal",
                    "Override it with a reason, or with other terms.");
        }
        return new Decision.Approved();
    }

    private OverrideReason reason() {
        String codes = Arrays.stream(OverrideReason.values()).map(OverrideReason::code).collect(Collectors.joining(", "));
        String given = reason;
        if (given == null) {
            throw Failure.badInput("An override needs a reason.", "--reason", "One of: " + codes + ".");
        }
        try {
            return OverrideReason.of(given);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput("'%s' is not a reason.".formatted(given), "--reason", "One of: " + codes + ".");
        }
    }

    private @Nullable DealTerms newTerms(DealTerms terms) {
        if (discount == null && price == null && days == null) {
            return null;
        }
        return new DealTerms(
                discount == null ? terms.discount() : new Discount(discount),
                price == null ? terms.price() : Money.of(price),
                days == null ? terms.durationDays() : days,
                terms.category());
    }
}
