package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.SecondReaders;
import aidg.app.Session;
import aidg.app.export.DisagreementTable;
import aidg.app.export.OutFile;
import aidg.engine.DealEngine;
import aidg.engine.ScoredDeal;
import aidg.engine.SimilarMerchants;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.ReviewQueue;
import aidg.engine.review.SecondReading;
import aidg.engine.review.SecondReview.Pair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench second`.
@CommandLine.Command(
        name = "second",
        description = {
            "Read proposals a second time, blind, and see how far readers agree.",
            "Offered is what somebody else decided and the safety guard lets out, in an order drawn by lot: read from",
            "the top it is a fair sample. An answer stands. What the other decided is shown only of what one has read.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench second list --reader Ben",
            "           workbench second read --reader Ben                        shows the next one",
            "           workbench second read --reader Ben --deal D029988 --goes-out",
            "           workbench second disagreements --reader Ben --out differ.csv"
        })
final class SecondCommand extends Command.InWorkspace {

    SecondCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    List<Command> parts() {
        return List.of(
                new Offered(surroundings()),
                new Read(surroundings()),
                new Agreements(surroundings()),
                new Disagreements(surroundings()),
                new Reader(surroundings()));
    }

    @Override
    Result run(ProgressLine progress) {
        throw nothingAsked();
    }

    /// What all of them share: somebody reads.
    abstract static class ByReader extends Command.InWorkspace {

        @Option(
                names = "--reader",
                paramLabel = "NAME",
                description =
                        "Who reads; the audit log has it. Default: the name chosen in the workspace, or yours here.")
        private @Nullable String reader;

        ByReader(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        final Result run(ProgressLine progress) throws IOException {
            checkCall();
            try (Session session = open(progress)) {
                if (reader != null) {
                    session.readAs(reader);
                }
                return run(session, progress);
            }
        }

        /// Refuses a call that is wrong whatever the workspace holds.
        void checkCall() {}

        abstract Result run(Session session, ProgressLine progress) throws IOException;
    }

    /// One that scores what is offered.
    abstract static class OverOffer extends ByReader {

        @Mixin
        private DeviceOption device = new DeviceOption();

        OverOffer(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        final Result run(Session session, ProgressLine progress) {
            Marketplace marketplace = session.marketplace(progress);
            try (DealEngine engine = engine(session, marketplace, device.chosen(), progress)) {
                SecondReaders readers = new SecondReaders(session);
                return run(session, readers, engine, progress);
            }
        }

        abstract Result run(Session session, SecondReaders readers, DealEngine engine, ProgressLine progress);
    }

    /// `workbench second list`.
    @CommandLine.Command(
            name = "list",
            description = {"List what can be read a second time, in the order drawn by lot.", ""})
    static final class Offered extends OverOffer {

        @Option(
                names = "--top",
                paramLabel = "N",
                defaultValue = "20",
                description = "How many to list. Default: ${DEFAULT-VALUE}.")
        private int top;

        Offered(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void checkCall() {
            if (top < 1) {
                throw Failure.badInput("--top is %d, which shows nothing.".formatted(top), "--top", "Give 1 or more.");
            }
        }

        @Override
        Result run(Session session, SecondReaders readers, DealEngine engine, ProgressLine progress) {
            SecondReaders.Offer offer = readers.offer(engine, progress);
            ReviewQueue queue = new ReviewQueue(engine.marketplace());
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("reader", session.reader());
            json.put("left", offer.toRead().size());
            json.put("decided", offer.decided());
            json.put("own", offer.own());
            json.put("refusedByGuard", offer.refused());
            json.put("gone", offer.gone());
            json.put(
                    "proposals",
                    QueueCommand.rows(
                            offer.toRead().stream().limit(top).map(queue::item).toList()));
            return Result.of(json, SecondText.offer(session.reader(), offer, engine.marketplace(), top));
        }
    }

    /// `workbench second read`.
    @CommandLine.Command(
            name = "read",
            description = {
                "Show a proposal without sight of the first decision, or say what you would have decided.",
                "Without an answer it is shown. The answer stands and the audit log does not tell it.",
                ""
            })
    static final class Read extends OverOffer {

        @Option(names = "--deal", paramLabel = "ID", description = "Which proposal. Default: the next one, to look at.")
        private @Nullable String deal;

        @Option(names = "--goes-out", description = "You would have let it out as proposed.")
        private boolean goesOut;

        @Option(
                names = "--reason",
                paramLabel = "R",
                description = "You would not have, and why: one of the reasons of `decide`.")
        private @Nullable String reason;

        @Option(names = "--comment", paramLabel = "TEXT", defaultValue = "", description = "In your own words.")
        private String comment = "";

        Read(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void checkCall() {
            if (goesOut && reason != null) {
                throw Failure.badInput(
                        "It cannot go out and not go out.", "--goes-out", "Give either --goes-out or --reason.");
            }
            if (answers() && deal == null) {
                throw Failure.badInput(
                        "Nothing tells which proposal the answer is about.", "--deal", "Name it: --deal ID.");
            }
            if (!answers() && !comment.isEmpty()) {
                throw Failure.badInput("--comment belongs to an answer.", "--comment", "Add --goes-out or --reason R.");
            }
            if (reason != null) {
                DecideCommand.reason(reason);
            }
        }

        private boolean answers() {
            return goesOut || reason != null;
        }

        @Override
        Result run(Session session, SecondReaders readers, DealEngine engine, ProgressLine progress) {
            String named = deal;
            if (named == null) {
                SecondReaders.Offer offer = readers.offer(engine, progress);
                return offer.toRead().stream()
                        .findFirst()
                        .map(next -> shown(session, engine, next, progress))
                        .orElseThrow(() -> Failure.badInput(
                                "Nothing is left for %s to read.".formatted(session.reader()),
                                "--reader",
                                SecondText.whyNothing(session.reader(), offer)));
            }
            ScoredDeal scored = engine.score(List.of(ScoreCommand.proposal(engine.marketplace(), named)))
                    .getFirst();
            if (!answers()) {
                readers.check(scored);
                return shown(session, engine, scored, progress);
            }
            OverrideReason why = reason == null ? null : DecideCommand.reason(reason);
            SecondReading reading = readers.answer(scored, why, comment);
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("dealId", reading.dealId());
            json.put("reader", reading.reader());
            json.put("at", reading.at().toString());
            json.put("goesOut", reading.approves());
            json.put("reason", why == null ? null : why.code());
            json.put("comment", reading.comment());
            int left = readers.offer(engine, progress).toRead().size();
            json.put("left", left);
            return Result.of(
                    json,
                    "%s has read '%s': %s. %s left to read."
                            .formatted(
                                    reading.reader(),
                                    scored.proposal().title(),
                                    why == null ? "goes out" : "does not go out, " + why.words(),
                                    left));
        }

        private Result shown(Session session, DealEngine engine, ScoredDeal scored, ProgressLine progress) {
            SimilarMerchants similar = engine.similar(
                    scored.proposal().merchantId(),
                    null,
                    scored.proposal().terms(),
                    surroundings().clock().instant(),
                    progress);
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("reader", session.reader());
            json.put("title", scored.proposal().title());
            json.put("startsOn", scored.proposal().startsOn().toString());
            json.put("terms", scored.proposal().terms());
            json.put("baselineGp30", scored.proposal().baselineGp30());
            json.putAll(ScoreResult.json(scored));
            json.put("similar", SimilarCommand.json(similar, engine.marketplace()));
            return Result.of(
                    json,
                    "%s%n%s%n%n%s"
                            .formatted(
                                    SecondText.proposal(scored, engine.marketplace()),
                                    ScoreResult.text(scored),
                                    SimilarCommand.text(similar, engine.marketplace())));
        }
    }

    /// `workbench second agreement`.
    @CommandLine.Command(
            name = "agreement",
            description = {
                "Tell how far the reader and each other one agree, over what both have read.",
                "The share decided alike, and Cohen's kappa: agreement beyond chance. Both with 90%% intervals.",
                ""
            })
    static final class Agreements extends ByReader {

        Agreements(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(Session session, ProgressLine progress) {
            return SecondText.agreements(
                    session.reader(), new SecondReaders(session).review().agreements(session.reader()));
        }
    }

    /// `workbench second disagreements`.
    @CommandLine.Command(
            name = "disagreements",
            description = {
                "List what the reader and another decided differently, the newest reading first.",
                "One leaves the list once it is decided anew, whichever way: `workbench decide undo`, then approve or",
                "override. The agreement stays what it was.",
                ""
            })
    static final class Disagreements extends ByReader {

        @Option(names = "--out", paramLabel = "FILE", description = "Write them to this file as well: .csv.")
        private @Nullable Path out;

        private @Nullable OutFile file;

        Disagreements(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        void checkCall() {
            file = out == null ? null : new OutFile(out, List.of(".csv"));
        }

        @Override
        Result run(Session session, ProgressLine progress) throws IOException {
            List<Pair> pairs = new SecondReaders(session).review().disagreements(session.reader());
            OutFile target = file;
            if (target != null) {
                target.write(DisagreementTable.csv(pairs));
            }
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("reader", session.reader());
            json.put("disagreements", DisagreementTable.json(pairs));
            json.put("file", target == null ? null : target.toString());
            return Result.of(
                    json,
                    SecondText.disagreements(
                                    session.reader(),
                                    pairs,
                                    surroundings().clock().getZone())
                            + (target == null ? "" : "%n%nThey are in %s.".formatted(target)));
        }
    }

    /// `workbench second reader`.
    @CommandLine.Command(
            name = "reader",
            description = {
                "Tell who reads and decides in this workspace, or choose who does from now on.",
                "The audit log has the name; a review session that another reader left open ends.",
                ""
            })
    static final class Reader extends Command.InWorkspace {

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "NAME",
                description = "Who reads and decides from now on.")
        private @Nullable String name;

        Reader(Surroundings surroundings) {
            super(surroundings);
        }

        @Override
        Result run(ProgressLine progress) {
            try (Session session = open(progress)) {
                if (name != null) {
                    new SecondReaders(session).readAs(name);
                }
                return Result.of(
                        Map.of("reader", session.reader()),
                        "%s reads and decides in this workspace.".formatted(session.reader()));
            }
        }
    }
}
