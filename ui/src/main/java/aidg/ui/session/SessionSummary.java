package aidg.ui.session;

import static aidg.ui.control.Style.CONTENT;
import static aidg.ui.control.Style.DETAIL;
import static aidg.ui.control.Style.GAP_12;
import static aidg.ui.control.Style.GAP_4;
import static aidg.ui.control.Style.GAP_8;
import static aidg.ui.control.Style.MEDIUM;
import static aidg.ui.control.Style.MUTED;
import static aidg.ui.control.Style.STRONG;

import aidg.engine.audit.AuditKind;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.ModelAgreement;
import aidg.engine.review.SessionAccount;
import aidg.engine.review.SessionReport;
import aidg.ui.control.Parts;
import aidg.ui.format.Figures;
import java.util.Comparator;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// What a session adds up to: what was done, how fast, how often as the model would, what went out, what is left.
final class SessionSummary extends VBox {

    private final Figures figures;
    private final SessionWords words;

    SessionSummary(Figures figures, SessionWords words) {
        this.figures = figures;
        this.words = words;
        getStyleClass().addAll("session-summary", GAP_12);
    }

    void show(SessionAccount account, Worth worth) {
        SessionReport report = account.report();
        ModelAgreement agreement = report.agreement();
        VBox done = Parts.column(GAP_4, title("What you did"));
        done.getChildren().add(row("Approved", report.count(AuditKind.APPROVED)));
        done.getChildren().add(row("Overridden", report.count(AuditKind.OVERRIDDEN)));
        report.reasons().entrySet().stream()
                .sorted(Map.Entry.<OverrideReason, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(reason -> done.getChildren().add(under(reason.getKey().words(), reason.getValue())));
        done.getChildren()
                .addAll(
                        row("Snoozed", report.count(AuditKind.SNOOZED)),
                        row("Notes written", report.count(AuditKind.NOTE_WRITTEN)),
                        row("Undone", report.count(AuditKind.WITHDRAWN)),
                        row("Left in your queue", words.left(account)),
                        row("From one decision to the next", words.median(report)),
                        detail(
                                report.median() == null
                                        ? "Known after three decisions without a break."
                                        : "Median; breaks of 5 min and more are left out."));
        getChildren()
                .setAll(
                        done,
                        Parts.column(
                                GAP_4,
                                title("You and the model"),
                                row("Decided as it would", words.agreed(agreement)),
                                under("Approved though it advised against", agreement.approvedAgainst()),
                                under("Overridden though it advised for", agreement.overriddenRecommended()),
                                detail(words.agreedRange(agreement)
                                        + " It advises for a deal from a score of 50% on.")),
                        Parts.column(
                                GAP_4,
                                title("What went out"),
                                row("Expected GP30", words.out(worth)),
                                detail(words.outDetail(worth))));
    }

    private static Node title(String words) {
        return Parts.whole(words, CONTENT, STRONG);
    }

    private Node row(String name, int count) {
        return row(name, figures.count(count));
    }

    private static Node row(String name, String figure) {
        return Parts.row(GAP_8, Parts.label(name, DETAIL), Parts.spring(), Parts.whole(figure, DETAIL, MEDIUM));
    }

    private Node under(String name, int count) {
        Node row = Parts.row(
                GAP_8,
                Parts.label(name, DETAIL, MUTED),
                Parts.spring(),
                Parts.whole(figures.count(count), DETAIL, MUTED));
        row.getStyleClass().add("session-under");
        return row;
    }

    private static Node detail(String words) {
        return Parts.wrapping(words, DETAIL, MUTED);
    }
}
