package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.bandit.GuardVerdict;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.domain.Proposal;
import aidg.engine.review.Clearance;
import aidg.engine.review.Decision;
import aidg.engine.review.ReasonCheck;
import aidg.engine.review.Standing;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
            "queue. What the safety guard refuses cannot be approved. New terms are put to the guard as well: what it",
            "refuses goes out only with --accept-guard; a category that is never sold stays in.",
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

    @Option(
            names = "--accept-guard",
            paramLabel = "WHY",
            description = "Let the new terms out although the safety guard refuses them; the log keeps why.")
    private @Nullable String acceptGuard;

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
            Optional<Decision> inForce = Optional.ofNullable(
                    Standing.of(session.workspace().decisions()).inForce().get(deal));
            Outgoing outgoing = switch (verb) {
                case APPROVE -> approval(scored, inForce);
                case OVERRIDE -> override(engine, scored, inForce);
                case UNDO -> undo(inForce);
            };
            Decision decision =
                    session.workspace().append(deal, outgoing.verdict(), scored.score(), scored.modelHash());
            return result(scored.proposal(), decision, outgoing.guard());
        }
    }

    /// What is decided.
    ///
    /// @param guard what the guard says of the terms that go out, null if none do
    private record Outgoing(
            Decision.Verdict verdict, @Nullable GuardVerdict guard) {}

    private Result result(Proposal proposal, Decision decision, @Nullable GuardVerdict guard) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sequence", decision.sequence());
        json.put("dealId", decision.dealId());
        json.put("decision", verb.name().toLowerCase(Locale.ROOT));
        json.put("at", decision.at().toString());
        json.put("score", decision.score());
        json.put("modelHash", decision.modelHash());
        json.put("guard", guard);
        DealTerms newTerms =
                decision.verdict() instanceof Decision.Overridden overridden ? overridden.newTerms() : null;
        json.put("newTerms", newTerms);
        String change = newTerms == null
                ? ""
                : "%nNew terms: %s, before %s.%s"
                        .formatted(words(newTerms), words(proposal.terms()), listPrice(proposal.terms(), newTerms));
        return Result.of(json, "%s, line %d of the log.%s".formatted(words(proposal), decision.sequence(), change));
    }

    /// Says so where a new price at the same discount means another list price.
    private static String listPrice(DealTerms before, DealTerms after) {
        double was = before.listPrice().amount();
        double is = after.listPrice().amount();
        return Math.abs(is - was) < 0.005 * was
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The list price changes from $%,.2f to $%,.2f; to keep it, give --discount %.2f with that price.",
                        was,
                        is,
                        1 - after.price().amount() / was);
    }

    private static String words(DealTerms terms) {
        return String.format(
                Locale.ROOT,
                "$%,.2f, %.0f%% off $%,.0f, %d days, sold as %s",
                terms.price().amount(),
                terms.discount().percent(),
                terms.listPrice().amount(),
                terms.durationDays(),
                terms.category().words());
    }

    private String words(Proposal proposal) {
        return switch (verb) {
            case APPROVE -> "'%s' is approved".formatted(proposal.title());
            case OVERRIDE -> "'%s' is overridden".formatted(proposal.title());
            case UNDO -> "The decision on '%s' is taken back".formatted(proposal.title());
        };
    }

    private Outgoing undo(Optional<Decision> inForce) {
        Decision current = inForce.orElseThrow(() -> Failure.badInput(
                "There is no decision on '%s' to take back.".formatted(deal),
                "--deal",
                "`workbench queue` shows what awaits a decision."));
        return new Outgoing(new Decision.Withdrawn(current.sequence()), null);
    }

    private Outgoing approval(ScoredDeal scored, Optional<Decision> inForce) {
        requireUndecided(inForce);
        if (!scored.guard().allowed()) {
            throw Failure.badInput(
                    "The safety guard does not let '%s' go out: %s."
                            .formatted(deal, scored.guard().refusal()),
                    "--deal",
                    "Override it with a reason. New terms are put to the guard again; --accept-guard \"WHY\" overrules it.");
        }
        LocalDate starts = scored.proposal().startsOn();
        if (starts.isBefore(LocalDate.now(surroundings().clock()))) {
            err().println("Its first day, %s, has passed.".formatted(starts));
            err().flush();
        }
        return new Outgoing(new Decision.Approved(), scored.guard());
    }

    private Outgoing override(DealEngine engine, ScoredDeal scored, Optional<Decision> inForce) {
        requireUndecided(inForce);
        TermsOptions given = terms;
        if (given == null) {
            return new Outgoing(new Decision.Overridden(reason(), null, comment), null);
        }
        given.requireKnownCategory(engine.marketplace());
        DealTerms newTerms = given.over(scored.proposal().terms());
        if (newTerms.equals(scored.proposal().terms())) {
            throw Failure.badInput(
                    "These are the terms that '%s' has already.".formatted(deal),
                    "decide override",
                    "Change one, or leave them out so that nothing goes out.");
        }
        String contradiction =
                ReasonCheck.contradiction(reason(), scored.proposal().terms(), newTerms);
        if (!contradiction.isEmpty()) {
            throw Failure.badInput(contradiction, "--reason", "Give the reason that fits, or other terms.");
        }
        ScoredDeal changed =
                engine.score(List.of(scored.proposal().withTerms(newTerms))).getFirst();
        return new Outgoing(new Decision.Overridden(reason(), newTerms, cleared(changed)), changed.guard());
    }

    /// The comment for the log, once the guard or the manager lets the changed terms out.
    private String cleared(ScoredDeal changed) {
        return switch (Clearance.of(changed)) {
            case Clearance.Clear ignored -> comment;
            case Clearance.Overrulable guarded -> {
                String why = acceptGuard;
                if (why == null) {
                    throw Failure.badInput(
                            "The safety guard does not let these terms go out: %s.".formatted(guarded.refusal()),
                            "decide override",
                            "Change them, leave them out so that nothing goes out, or overrule the guard with"
                                    + " --accept-guard \"WHY\".");
                }
                err().println("The safety guard is overruled: %s.".formatted(guarded.refusal()));
                err().flush();
                yield guarded.comment((why.strip() + " " + comment).strip());
            }
            case Clearance.Never never ->
                throw Failure.badInput(
                        "These terms never go out: %s.".formatted(never.refusal()),
                        "decide override",
                        "Give another --category, or leave the terms out so that nothing goes out.");
        };
    }

    private void requireUndecided(Optional<Decision> inForce) {
        inForce.ifPresent(current -> {
            throw Failure.badInput(
                    "'%s' is decided already, line %d of the log.".formatted(deal, current.sequence()),
                    "--deal",
                    "Take that back first: `workbench decide undo --deal %s`.".formatted(deal));
        });
    }

    /// Refuses what contradicts itself before anything is opened.
    private void checkCall() {
        if (acceptGuard != null && (terms == null || acceptGuard.isBlank())) {
            throw Failure.badInput(
                    terms == null
                            ? "--accept-guard is about new terms, and there are none."
                            : "--accept-guard does not say why.",
                    "--accept-guard",
                    "Leave it out, or give terms and a reason: --accept-guard \"The merchant paid for it\".");
        }
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
        return reason(given);
    }

    /// The reason of a code, as `--reason` gives it.
    static OverrideReason reason(String given) {
        try {
            return OverrideReason.of(given);
        } catch (IllegalArgumentException e) {
            throw Failure.badInput(
                    "'%s' is not a reason.".formatted(given), "--reason", "One of: %s.".formatted(REASONS));
        }
    }
}
