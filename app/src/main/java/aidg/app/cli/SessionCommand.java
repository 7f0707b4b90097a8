package aidg.app.cli;

import aidg.app.Failure;
import aidg.app.Session;
import aidg.app.SessionAccounts;
import aidg.app.export.OutFile;
import aidg.app.export.SessionExport;
import aidg.engine.DealEngine;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.torch.TorchDevice;
import aidg.engine.workspace.SessionBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `workbench session`.
@CommandLine.Command(
        name = "session",
        description = {
            "Start, pause, resume and end a review session, or report on one.",
            "What is decided, snoozed and written while a session runs belongs to it. One that was running when the",
            "program was killed can be resumed; its time counts up to its last sign of life.",
            ""
        },
        footer = {
            "",
            "Examples:  workbench session start",
            "           workbench session report --out today.pdf",
            "           workbench session list"
        })
final class SessionCommand extends Command.InWorkspace {

    /// What to do.
    enum Verb {
        LIST,
        START,
        PAUSE,
        RESUME,
        END,
        REPORT
    }

    @Parameters(index = "0", paramLabel = "VERB", description = "list, start, pause, resume, end or report.")
    private Verb verb = Verb.LIST;

    @Option(
            names = "--number",
            paramLabel = "N",
            description = "Which session to report on. Default: the open one, else the last.")
    private @Nullable Integer number;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = {
                "Write the report to this file as well: .pdf, .csv or .json. Into a PDF goes what the session let out as",
                "well, for which the forecast is asked."
            })
    private @Nullable Path out;

    SessionCommand(Surroundings surroundings) {
        super(surroundings);
    }

    @Override
    Result run(ProgressLine progress) {
        if (verb != Verb.REPORT && (number != null || out != null)) {
            throw Failure.badInput(
                    "--number and --out belong to report.",
                    number == null ? "--out" : "--number",
                    "Leave them out, or use `workbench session report`.");
        }
        OutFile file = out == null ? null : SessionExport.file(out);
        try (Session session = open(progress)) {
            SessionBook sessions = session.workspace().sessions();
            return switch (verb) {
                case LIST -> list(sessions.all());
                case START -> start(sessions);
                case PAUSE -> {
                    ReviewSession open = required(sessions.open());
                    sessions.pause();
                    yield told(sessions, open.number(), open.running() ? "is paused" : "was paused already");
                }
                case RESUME -> {
                    ReviewSession open = required(sessions.open());
                    sessions.resume();
                    yield told(sessions, open.number(), "goes on");
                }
                case END -> {
                    ReviewSession open = required(sessions.open());
                    sessions.end();
                    yield report(session, open.number(), null, progress);
                }
                case REPORT -> report(session, chosen(sessions), file, progress);
            };
        }
    }

    private static ReviewSession required(Optional<ReviewSession> open) {
        return open.orElseThrow(
                () -> Failure.badInput("No session is open.", "session", "Start one with `workbench session start`."));
    }

    private static Result start(SessionBook sessions) {
        sessions.open().ifPresent(open -> {
            throw Failure.badInput(
                    "Session %d is open already.".formatted(open.number()),
                    "session start",
                    "Go on with `workbench session resume`, or end it with `workbench session end`.");
        });
        ReviewSession started = sessions.start();
        return Result.of(row(started), "Session %d of %s has begun.".formatted(started.number(), started.reader()));
    }

    private static Result told(SessionBook sessions, long number, String what) {
        ReviewSession now = sessions.all().get((int) number - 1);
        return Result.of(row(now), "Session %d %s.".formatted(number, what));
    }

    private static Map<String, @Nullable Object> row(ReviewSession session) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("number", session.number());
        row.put("reader", session.reader());
        row.put("startedAt", session.startedAt().toString());
        row.put(
                "endedAt",
                Optional.ofNullable(session.endedAt()).map(Object::toString).orElse(null));
        row.put("running", session.running());
        row.put("workedSeconds", session.worked().toMillis() / 1000.0);
        return row;
    }

    private static Result list(List<ReviewSession> all) {
        StringBuilder text =
                new StringBuilder(all.isEmpty() ? "No session yet: `workbench session start` begins one." : "");
        for (ReviewSession session : all) {
            text.append("%s%4d  %-16s %s  %4d min  %s"
                    .formatted(
                            text.isEmpty() ? "" : "\n",
                            session.number(),
                            session.reader(),
                            session.startedAt(),
                            session.worked().toMinutes(),
                            session.endedAt() != null ? "ended" : session.running() ? "running" : "paused"));
        }
        return Result.of(
                Map.of("sessions", all.stream().map(SessionCommand::row).toList()), text.toString());
    }

    private long chosen(SessionBook sessions) {
        List<ReviewSession> all = sessions.all();
        Integer wanted = number;
        if (wanted == null && all.isEmpty()) {
            throw Failure.badInput(
                    "There is no session to report on.", "session", "Start one with `workbench session start`.");
        }
        if (wanted != null && (wanted < 1 || wanted > all.size())) {
            throw Failure.badInput(
                    "There is no session %d.".formatted(wanted), "--number", "`workbench session list` shows them.");
        }
        return wanted != null
                ? wanted
                : sessions.open().map(ReviewSession::number).orElse((long) all.size());
    }

    private Result report(Session session, long which, @Nullable OutFile file, ProgressLine progress) {
        Optional<Marketplace> market =
                session.hasMarketplace() ? Optional.of(session.marketplace(progress)) : Optional.empty();
        SessionAccount account = new SessionAccounts(
                        session.workspace(), surroundings().clock())
                .of(session.workspace().sessions().all().get((int) which - 1), market);
        boolean printed = file != null && SessionExport.isPdf(file);
        Optional<SentOut> sent =
                printed ? market.map(now -> sentOut(session, now, account.report(), progress)) : Optional.empty();
        SessionExport export = new SessionExport(
                account,
                sent,
                surroundings().clock().getZone(),
                surroundings().clock().instant());
        if (file != null) {
            try {
                export.write(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        String where = file == null ? "" : "%n%nThe report is in %s.".formatted(file);
        return Result.of(export.table().json(), export.table().text() + where);
    }

    private static SentOut sentOut(Session session, Marketplace market, SessionReport report, ProgressLine progress) {
        try (DealEngine engine = session.engine(market, TorchDevice.Wish.AUTO)) {
            return SentOut.of(engine, report, progress);
        }
    }
}
