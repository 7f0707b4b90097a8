package aidg.app.export;

import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheet.Comparable;
import aidg.engine.review.CallSheet.Objection;
import aidg.engine.review.CallSheet.Reason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A call sheet as text.
final class CallSheetText {

    private CallSheetText() {}

    static String of(CallSheet sheet) {
        CallSheetWords words = new CallSheetWords(sheet);
        StringBuilder text = new StringBuilder();
        text.append("%s (%s)%n%s, %s%n"
                .formatted(
                        sheet.merchant().name(),
                        words.place(),
                        sheet.scored().proposal().title(),
                        words.terms().stream()
                                .map(term -> term.getFirst().toLowerCase(Locale.ROOT) + " " + term.getLast())
                                .collect(Collectors.joining(", "))));
        text.append("Chance that it works %s. %s. %s.%n"
                .formatted(
                        CallSheetWords.percent(sheet.scored().score()),
                        words.chanceRange(),
                        words.chanceTick().replaceFirst("^Dashed: ", "Compare ")));
        text.append("Expected gross profit in 30 days %s. %s. %s.%n"
                .formatted(
                        CallSheetWords.dollars(sheet.scored().expectedGp30()),
                        words.profitRange(),
                        words.profitTick().replaceFirst("^Dashed: ", "Compare ")));
        text.append("%s%n%s%n".formatted(sheet.safety(), sheet.lately()));
        reasons(sheet, words, text);
        text.append("%nComparable merchants%n".formatted());
        for (Comparable one : sheet.comparables().all()) {
            List<String> cells = CallSheetWords.cells(one);
            text.append("  %s: %s, earned %s, %s its usual 30 days; %s worked; %s%n".formatted(cells.toArray()));
        }
        text.append("%n%s%n".formatted(words.objectionsTitle()));
        for (Objection one : sheet.objections().all()) {
            text.append("  \u201c%s.\u201d %s%n    %s%n".formatted(one.claim(), one.evidence(), one.answer()));
        }
        text.append("  %s%n".formatted(sheet.objections().lookedAt()));
        if (!sheet.objections().note().isEmpty()) {
            text.append("  %s%n".formatted(sheet.objections().note()));
        }
        text.append("%n%s%n".formatted(words.fallbackTitle()));
        words.fallback().forEach(line -> text.append("  %s%n".formatted(line)));
        return text.append("%n%s".formatted(words.foot().getLast())).toString();
    }

    private static void reasons(CallSheet sheet, CallSheetWords words, StringBuilder text) {
        text.append("%n%s%n".formatted(words.reasonsTitle()));
        if (!sheet.reasons().notice().isEmpty()) {
            text.append("  %s%n".formatted(sheet.reasons().notice()));
        }
        int number = 1;
        for (Reason one : sheet.reasons().told()) {
            String figures = one.points() == null
                    ? ""
                    : ", %s of chance, %s".formatted(CallSheetWords.points(one), CallSheetWords.profit(one));
            text.append("  %d. %s (%s%s)%n".formatted(number++, one.sentence(), CallSheetWords.bearing(one), figures));
        }
    }
}
