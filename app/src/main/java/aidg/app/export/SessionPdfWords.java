package aidg.app.export;

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
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words and figures of a printed session report.
final class SessionPdfWords {

    private static final long HOUR = 60;

    private final SessionExport export;
    private final SessionAccount account;
    private final SessionReport report;
    private final DateTimeFormatter moment;
    private final DateTimeFormatter time;

    SessionPdfWords(SessionExport export) {
        this.export = export;
        account = export.account();
        report = account.report();
        moment = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH).withZone(export.zone());
        boolean oneDay = report.lines().stream()
                        .map(line -> line.at().atZone(export.zone()).toLocalDate())
                        .distinct()
                        .count()
                <= 1;
        time = DateTimeFormatter.ofPattern(oneDay ? "HH:mm" : "d MMM HH:mm", Locale.ENGLISH)
                .withZone(export.zone());
    }

    /// `Begun 19 Nov 2026 14:45, ended 19 Nov 2026 15:32`.
    String when() {
        ReviewSession session = report.session();
        Instant ended = session.endedAt();
        String state = ended != null
                ? "ended " + moment.format(ended)
                : session.running()
                        ? "still running"
                        : account.isInterrupted() ? "interrupted, not ended" : "paused, not ended";
        return "Begun %s, %s".formatted(moment.format(session.startedAt()), state);
    }

    List<String> interruptions() {
        List<String> told = new ArrayList<>();
        for (Interruption one : account.interruptions()) {
            Instant resumed = one.resumedAt();
            told.add("Interrupted: last sign of life %s%s. The time counts up to then."
                    .formatted(
                            moment.format(one.lastSeen()),
                            resumed == null ? "" : ", resumed " + moment.format(resumed)));
        }
        return told;
    }

    String worked() {
        long minutes = report.session().worked().toMinutes();
        if (minutes == 0) {
            return "< 1 min";
        }
        return minutes < HOUR ? minutes + " min" : "%d h %d min".formatted(minutes / HOUR, minutes % HOUR);
    }

    String median() {
        Duration median = report.median();
        if (median == null) {
            return "\u2013";
        }
        long seconds = median.toSeconds();
        return seconds < HOUR ? seconds + " s" : "%d min %d s".formatted(seconds / HOUR, seconds % HOUR);
    }

    /// Name and words of everything it adds up to.
    List<List<String>> summary() {
        ModelAgreement agreement = report.agreement();
        return List.of(
                List.of("Overridden because of", reasons()),
                List.of(
                        "Beside decisions",
                        "%s, %s, %d undone"
                                .formatted(
                                        count(report.count(AuditKind.SNOOZED), "snooze", "snoozes"),
                                        count(report.count(AuditKind.NOTE_WRITTEN), "note", "notes"),
                                        report.count(AuditKind.WITHDRAWN))),
                List.of(
                        "Decided as the model would",
                        agreement.decided() == 0
                                ? "nothing decided"
                                : "%d of %d (%s; 90%% interval %s to %s for decisions like these). Approved against its advice %d, overridden against it %d. It advises for a deal whose score is 50%% or more."
                                        .formatted(
                                                agreement.agreed(),
                                                agreement.decided(),
                                                CallSheetWords.percent(agreement.share()),
                                                CallSheetWords.percent(
                                                        agreement.range().low()),
                                                CallSheetWords.percent(
                                                        agreement.range().high()),
                                                agreement.approvedAgainst(),
                                                agreement.overriddenRecommended())),
                List.of("Went out", export.out().map(SessionPdfWords::sent).orElse("not forecast")),
                List.of(
                        "Queue when this was made",
                        "%s, %d snoozed"
                                .formatted(
                                        count(account.left(), "proposal awaits review", "proposals await review"),
                                        account.asleep())));
    }

    private String reasons() {
        return report.reasons().isEmpty()
                ? "nothing overridden"
                : report.reasons().entrySet().stream()
                        .sorted(Map.Entry.<OverrideReason, Integer>comparingByValue()
                                .reversed())
                        .map(entry ->
                                "%s %d".formatted(entry.getKey().words().toLowerCase(Locale.ROOT), entry.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private static String sent(SentOut out) {
        if (out.deals() == 0) {
            return "nothing";
        }
        String deals = count(out.deals(), "deal", "deals");
        if (out.forecast() == 0) {
            return deals + "; none is in today\u2019s data, so what they bring is unknown";
        }
        return "%s%s: %s expected GP30, %s to %s (90%% interval if all forecasts erred together)"
                .formatted(
                        deals,
                        out.forecast() == out.deals()
                                ? ""
                                : ", of which %d are still in the data".formatted(out.forecast()),
                        CallSheetWords.dollars(out.gp30()),
                        CallSheetWords.dollars(out.range().low()),
                        CallSheetWords.dollars(out.range().high()));
    }

    private static String count(int count, String one, String many) {
        return "%d %s".formatted(count, count == 1 ? one : many);
    }

    String linesTitle() {
        return report.lines().isEmpty() ? "Nothing was done in it" : "Line by line";
    }

    List<String> cells(Line line) {
        return List.of(
                Long.toString(line.sequence()),
                time.format(line.at()),
                line.kind().words(),
                Stream.of(account.names().getOrDefault(line.subject(), ""), isOfWorkbench(line) ? "" : line.subject())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                Double.isNaN(line.score()) ? "" : CallSheetWords.percent(line.score()),
                why(line),
                line.isRevocable() ? line.stands() ? "yes" : "taken back" : "");
    }

    /// Whether it was done to the workbench, not to a deal or a merchant.
    private static boolean isOfWorkbench(Line line) {
        return switch (line.kind()) {
            case SESSION_STARTED, SESSION_PAUSED, SESSION_RESUMED, SESSION_ENDED, DATA_REPLACED, MODEL_CHOSEN -> true;
            default -> false;
        };
    }

    private static String why(Line line) {
        List<String> parts = new ArrayList<>();
        OverrideReason reason = line.reason();
        DealTerms terms = line.newTerms();
        if (reason != null) {
            parts.add(reason.words());
        }
        if (terms != null) {
            parts.add("goes out at %s off, $%,.2f, %d days, %s"
                    .formatted(
                            CallSheetWords.percent(terms.discount().fraction()),
                            terms.price().amount(),
                            terms.durationDays(),
                            terms.category().words()));
        }
        if (!line.words().isEmpty()) {
            parts.add(line.kind() == AuditKind.SNOOZED ? "until " + line.words() : line.words());
        }
        return String.join("; ", parts);
    }

    /// What the words mean, then where the figures come from.
    List<String> foot() {
        String lines = report.lines().isEmpty()
                ? "no lines"
                : "lines %d to %d"
                        .formatted(
                                report.lines().getFirst().sequence(),
                                report.lines().getLast().sequence());
        return List.of(
                "Line: its number in the audit log. Score: chance to go out unchanged and earn the usual 30 days.",
                "Made %s \u00b7 times in %s \u00b7 %s of the audit log"
                        .formatted(moment.format(export.madeAt()), export.zone().getId(), lines));
    }
}
