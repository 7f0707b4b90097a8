package aidg.ui.session;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Interruption;
import aidg.engine.review.ModelAgreement;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.engine.review.SessionReport.Line;
import aidg.ui.format.Figures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of the session view.
final class SessionWords {

    private final Figures figures;

    SessionWords(Figures figures) {
        this.figures = figures;
    }

    /// `Session 3 of Ana, begun Nov 19, 2026, 13:45`.
    String subject(ReviewSession session) {
        Instant ended = session.endedAt();
        String begun = "Session %s of %s, begun %s"
                .formatted(figures.count(session.number()), session.reader(), figures.moment(session.startedAt()));
        return ended == null ? begun : "%s, ended %s".formatted(begun, ended(session, ended));
    }

    private String ended(ReviewSession session, Instant ended) {
        return figures.today(ended).equals(figures.today(session.startedAt()))
                ? figures.timeOfDay(ended)
                : figures.moment(ended);
    }

    /// `47 min worked, 23 decided, paused`.
    String finding(SessionAccount account, Duration worked) {
        ReviewSession session = account.report().session();
        String state = session.endedAt() != null
                ? ""
                : session.running() ? ", running" : account.isInterrupted() ? ", interrupted" : ", paused";
        String told = "%s worked, %s decided%s"
                .formatted(
                        figures.worked(worked),
                        figures.count(account.report().agreement().decided()),
                        state);
        return Character.toUpperCase(told.charAt(0)) + told.substring(1);
    }

    /// What happens if the session ends.
    String ending(OpenSession open, Duration worked) {
        return "Its clock stops for good at %s and its summary is shown. %s as they are; nothing is sent and no proposal leaves your queue by it. Your next decision begins a new session."
                .formatted(
                        figures.worked(worked),
                        open.decided() == 1
                                ? "The 1 decision stays"
                                : "The %s decisions stay".formatted(figures.count(open.decided())));
    }

    /// What is to be said of a crash; empty if there was none.
    List<String> interruptions(SessionAccount account) {
        List<String> told = new ArrayList<>();
        for (Interruption one : account.interruptions()) {
            Instant resumed = one.resumedAt();
            String seen = figures.moment(one.lastSeen());
            told.add(
                    resumed == null
                            ? "Interrupted: the program stopped without a pause. Its last sign of life was %s; the time counts up to then."
                                    .formatted(seen)
                            : "Interrupted %s and resumed %s. The time between is not counted."
                                    .formatted(seen, figures.moment(resumed)));
        }
        return told;
    }

    String median(SessionReport report) {
        Duration median = report.median();
        return median == null ? "unknown" : figures.took(median);
    }

    /// `78%, 18 of 23`.
    String agreed(ModelAgreement agreement) {
        return agreement.decided() == 0
                ? "unknown"
                : "%s, %s of %s"
                        .formatted(
                                figures.percent(agreement.share()),
                                figures.count(agreement.agreed()),
                                figures.count(agreement.decided()));
    }

    String agreedRange(ModelAgreement agreement) {
        return agreement.decided() == 0
                ? "Nothing decided yet."
                : "%s for decisions like these (90%% interval).".formatted(figures.range(agreement.range()));
    }

    /// What went out, or why that is not known.
    String out(Worth worth) {
        return switch (worth) {
            case Worth.Asking() -> "working it out…";
            case Worth.Known(SentOut out) ->
                out.deals() == 0 ? "nothing" : out.forecast() == 0 ? "unknown" : figures.money(out.gp30());
            case Worth.Unknown unknown -> "unknown";
        };
    }

    String outDetail(Worth worth) {
        return switch (worth) {
            case Worth.Asking() -> "The forecast is being asked.";
            case Worth.Known(SentOut out) -> outDetail(out);
            case Worth.Unknown(var problem) -> problem.words() + " " + problem.next();
        };
    }

    private String outDetail(SentOut out) {
        if (out.deals() == 0) {
            return "No proposal was let out.";
        }
        String deals = figures.count(out.deals(), "deal", "deals");
        if (out.forecast() == 0) {
            return "%s went out; none is in today’s data.".formatted(deals);
        }
        String gone = out.forecast() == out.deals()
                ? deals
                : "%s of %s; the others have left the data".formatted(figures.count(out.forecast()), deals);
        return "%s, 90%% interval if all forecasts erred together. %s, by today’s forecast."
                .formatted(figures.range(out.range()), gone);
    }

    /// `16, 1 snoozed`.
    String left(SessionAccount account) {
        return account.asleep() == 0
                ? figures.count(account.left())
                : "%s, %s snoozed".formatted(figures.count(account.left()), figures.count(account.asleep()));
    }

    /// `Overridden`.
    static String what(Line line) {
        return line.kind().words();
    }

    /// Reason, and what goes out instead: `Discount too deep, now 28% · $78 · 21 days`.
    String why(Line line) {
        OverrideReason reason = line.reason();
        DealTerms terms = line.newTerms();
        if (reason != null) {
            return terms == null ? reason.words() : "%s, now %s".formatted(reason.words(), figures.terms(terms));
        }
        return line.kind() == AuditKind.SNOOZED ? "until " + day(line.words()) : "";
    }

    private String day(String written) {
        return written.matches("\\d{4}-\\d{2}-\\d{2}") ? figures.date(LocalDate.parse(written)) : written;
    }

    /// What the manager wrote.
    static String said(Line line) {
        return line.kind() == AuditKind.SNOOZED ? "" : line.words();
    }

    /// All that is to be read of a line: `Osteria Fontana: Discount too deep, now 28% · $78 · 21 days. Call first.`
    String whole(SessionAccount account, Line line) {
        String name = account.names().getOrDefault(line.subject(), line.subject());
        return Stream.of(why(line), said(line))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(". ", name + ": ", ""));
    }

    static String stands(Line line) {
        return line.isRevocable() ? line.stands() ? "yes" : "taken back" : "";
    }

    /// `Nov 19, 2026, 13:45`.
    String begun(ReviewSession session) {
        return figures.moment(session.startedAt());
    }

    /// `47 min, paused`.
    String row(ReviewSession session, Duration worked) {
        String state = session.endedAt() != null ? "" : session.running() ? ", running" : ", paused";
        return figures.worked(worked) + state;
    }
}
