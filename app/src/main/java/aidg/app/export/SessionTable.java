package aidg.app.export;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.OverrideReason;
import aidg.engine.marketplace.SpreadsheetCell;
import aidg.engine.review.Interruption;
import aidg.engine.review.ModelAgreement;
import aidg.engine.review.ReviewSession;
import aidg.engine.review.SentOut;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The report of a review session for people, for a spreadsheet and for programs.
public final class SessionTable {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> HEADS = List.of(
            "audit_line",
            "decision",
            "at",
            "what",
            "subject",
            "merchant",
            "score",
            "reason",
            "discount",
            "price",
            "duration_days",
            "category",
            "words",
            "stands");

    private final SessionAccount account;
    private final SessionReport report;
    private final Optional<SentOut> out;
    private final ZoneId zone;

    /// @param out  what the session let out, if that was worked out
    /// @param zone of the times that people read
    public SessionTable(SessionAccount account, Optional<SentOut> out, ZoneId zone) {
        this.account = account;
        report = account.report();
        this.out = out;
        this.zone = zone;
    }

    /// For people: what it adds up to, then every line.
    public String text() {
        StringBuilder text = new StringBuilder(head());
        for (Interruption one : account.interruptions()) {
            Instant resumed = one.resumedAt();
            text.append("%nInterrupted: last sign of life %s%s. The time counts up to then."
                    .formatted(moment(one.lastSeen()), resumed == null ? "" : ", resumed " + moment(resumed)));
        }
        for (SessionReport.Line line : report.lines()) {
            text.append("%n%5d  %s  %-17s %-10s %s%s"
                    .formatted(
                            line.sequence(),
                            moment(line.at()),
                            line.kind().code(),
                            line.subject(),
                            details(line),
                            line.stands() ? "" : " (taken back)"));
        }
        return text.toString();
    }

    /// What it adds up to, some lines.
    public String head() {
        ReviewSession session = report.session();
        Duration median = report.median();
        String reasons = report.reasons().entrySet().stream()
                .map(entry -> "%s %d".formatted(entry.getKey().words().toLowerCase(Locale.ROOT), entry.getValue()))
                .collect(Collectors.joining(", "));
        return "Session %d of %s, %s%s: %s of work%s.%n%d approved, %d overridden%s, %d snoozed, %d notes, %d taken back."
                        .formatted(
                                session.number(),
                                session.reader(),
                                moment(session.startedAt()),
                                session.endedAt() == null ? session.running() ? ", running" : ", paused" : "",
                                words(session.worked()),
                                median == null ? "" : ", %s per decision".formatted(words(median)),
                                report.count(AuditKind.APPROVED),
                                report.count(AuditKind.OVERRIDDEN),
                                reasons.isEmpty() ? "" : " (" + reasons + ")",
                                report.count(AuditKind.SNOOZED),
                                report.count(AuditKind.NOTE_WRITTEN),
                                report.count(AuditKind.WITHDRAWN))
                + agreement();
    }

    private String agreement() {
        ModelAgreement agreement = report.agreement();
        return agreement.decided() == 0
                ? ""
                : "%nDecided as the model would: %d of %d.".formatted(agreement.agreed(), agreement.decided());
    }

    private static String details(SessionReport.Line line) {
        OverrideReason reason = line.reason();
        DealTerms terms = line.newTerms();
        List<String> parts = new ArrayList<>();
        if (reason != null) {
            parts.add(reason.words());
        }
        if (terms != null) {
            parts.add(String.format(
                    Locale.ROOT,
                    "now $%,.2f, %.0f%% off, %d days, %s",
                    terms.price().amount(),
                    terms.discount().percent(),
                    terms.durationDays(),
                    terms.category().words()));
        }
        if (!line.words().isEmpty()) {
            parts.add(line.words());
        }
        return String.join("; ", parts);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(zone));
    }

    private static String words(Duration time) {
        return time.toMinutes() == 0
                ? time.toSeconds() + " s"
                : "%d min %02d s".formatted(time.toMinutes(), time.toSecondsPart());
    }

    /// For a spreadsheet, one row per line; no cell can work as a formula there.
    public String csv() {
        return Stream.concat(
                        Stream.of(HEADS),
                        report.lines().stream()
                                .map(line -> cells(line).stream()
                                        .map(cell -> cell == null ? "" : cell.toString())
                                        .toList()))
                .map(cells -> cells.stream().map(SpreadsheetCell::of).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private List<@Nullable Object> cells(SessionReport.Line line) {
        DealTerms terms = line.newTerms();
        OverrideReason reason = line.reason();
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(line.sequence());
        cells.add(line.decision() == 0 ? null : line.decision());
        cells.add(line.at().toString());
        cells.add(line.kind().code());
        cells.add(line.subject());
        cells.add(account.names().get(line.subject()));
        cells.add(Double.isNaN(line.score()) ? null : line.score());
        cells.add(reason == null ? null : reason.code());
        cells.add(terms == null ? null : terms.discount().fraction());
        cells.add(terms == null ? null : terms.price().amount());
        cells.add(terms == null ? null : terms.durationDays());
        cells.add(terms == null ? null : terms.category().name());
        cells.add(line.words());
        cells.add(line.stands());
        return cells;
    }

    /// For programs.
    public Map<String, @Nullable Object> json() {
        ReviewSession session = report.session();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("number", session.number());
        json.put("reader", session.reader());
        json.put("startedAt", session.startedAt().toString());
        Instant ended = session.endedAt();
        json.put("endedAt", ended == null ? null : ended.toString());
        json.put("running", session.running());
        json.put("workedSeconds", session.worked().toMillis() / 1000.0);
        Duration median = report.median();
        json.put("medianSecondsPerDecision", median == null ? null : median.toMillis() / 1000.0);
        json.put("approved", report.count(AuditKind.APPROVED));
        json.put("overridden", report.count(AuditKind.OVERRIDDEN));
        json.put("snoozed", report.count(AuditKind.SNOOZED));
        json.put("notes", report.count(AuditKind.NOTE_WRITTEN));
        json.put("takenBack", report.count(AuditKind.WITHDRAWN));
        Map<String, Integer> reasons = new LinkedHashMap<>();
        report.reasons().forEach((reason, count) -> reasons.put(reason.code(), count));
        json.put("reasons", reasons);
        ModelAgreement agreement = report.agreement();
        json.put("agreedWithModel", agreement.agreed());
        json.put("approvedAgainstModel", agreement.approvedAgainst());
        json.put("overriddenAgainstModel", agreement.overriddenRecommended());
        json.put("leftInQueue", account.left());
        json.put("snoozedInQueue", account.asleep());
        json.put("sentOut", out.map(SessionTable::json).orElse(null));
        json.put(
                "interruptions",
                account.interruptions().stream().map(SessionTable::json).toList());
        List<Map<String, @Nullable Object>> lines = new ArrayList<>();
        for (SessionReport.Line line : report.lines()) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            List<@Nullable Object> cells = cells(line);
            for (int i = 0; i < HEADS.size(); i++) {
                row.put(HEADS.get(i), cells.get(i));
            }
            lines.add(row);
        }
        json.put("lines", lines);
        return json;
    }

    private static Map<String, @Nullable Object> json(SentOut out) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("deals", out.deals());
        json.put("forecast", out.forecast());
        json.put("gp30", out.gp30().amount());
        json.put("gp30Low", out.range().low().amount());
        json.put("gp30High", out.range().high().amount());
        return json;
    }

    private static Map<String, @Nullable Object> json(Interruption one) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("lastSeen", one.lastSeen().toString());
        Instant resumed = one.resumedAt();
        json.put("resumedAt", resumed == null ? null : resumed.toString());
        return json;
    }
}
