package aidg.app.export;

import aidg.engine.ScoredDeal;
import aidg.engine.domain.Proposal;
import aidg.engine.review.CallSheet;
import aidg.engine.review.CallSheet.Comparable;
import aidg.engine.review.CallSheet.Fallback;
import aidg.engine.review.CallSheet.Objection;
import aidg.engine.review.CallSheet.Reason;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A call sheet as an object for programs.
final class CallSheetJson {

    private CallSheetJson() {}

    static Map<String, @Nullable Object> of(CallSheet sheet) {
        Proposal proposal = sheet.scored().proposal();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("dealId", proposal.id());
        json.put("merchantId", sheet.merchant().id());
        json.put("merchant", sheet.merchant().name());
        json.put("city", sheet.city().name());
        json.put("title", proposal.title());
        json.put("startsOn", proposal.startsOn().toString());
        json.put("terms", proposal.terms());
        figures(json, sheet.scored());
        json.put("baseRate", sheet.scored().baseRate());
        json.put("baselineGp30", proposal.baselineGp30());
        json.put("safety", sheet.safety());
        json.put("lately", sheet.lately());
        json.put("badge", code(sheet.reasons().badge()));
        json.put(
                "reasons",
                sheet.reasons().told().stream().map(CallSheetJson::reason).toList());
        json.put("reasonsNotice", sheet.reasons().notice());
        json.put(
                "comparables",
                sheet.comparables().all().stream()
                        .map(CallSheetJson::comparable)
                        .toList());
        json.put("comparablesNotice", sheet.comparables().notice());
        json.put(
                "objections",
                sheet.objections().all().stream().map(CallSheetJson::objection).toList());
        json.put("lookedAt", sheet.objections().lookedAt());
        json.put("note", sheet.objections().note());
        json.put("fallback", fallback(sheet.fallback()));
        json.put("target", sheet.target());
        json.put("madeAt", sheet.madeAt().toString());
        json.put("dataDate", sheet.dataDate().toString());
        json.put("dataHash", sheet.dataHash());
        json.put("modelHash", sheet.scored().modelHash());
        return json;
    }

    private static void figures(Map<String, @Nullable Object> json, ScoredDeal scored) {
        json.put("score", scored.score());
        json.put("low", scored.interval().low());
        json.put("high", scored.interval().high());
        json.put("expectedGp30", scored.expectedGp30());
        json.put("expectedGp30Low", scored.gp30Range().low());
        json.put("expectedGp30High", scored.gp30Range().high());
        json.put("allowed", scored.guard().allowed());
    }

    private static Map<String, @Nullable Object> reason(Reason reason) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("sentence", reason.sentence());
        row.put("bearing", code(reason.bearing()));
        row.put("points", reason.points());
        row.put("gp30", reason.gp30());
        return row;
    }

    private static Map<String, @Nullable Object> comparable(Comparable one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("merchantId", one.merchant().id());
        row.put("merchant", one.merchant().name());
        row.put("city", one.city().name());
        row.put("offered", one.deal().terms());
        row.put("gp30", one.gp30());
        row.put("baselineGp30", one.deal().baselineGp30());
        row.put("maturedDeals", one.matured());
        row.put("reachedBaseline", one.reached());
        row.put("differs", one.differs());
        return row;
    }

    private static Map<String, @Nullable Object> objection(Objection one) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("reason", one.reason().code());
        row.put("claim", one.claim());
        row.put("evidence", one.evidence());
        row.put("answer", one.answer());
        row.put("conceded", one.conceded());
        return row;
    }

    private static Map<String, @Nullable Object> fallback(Fallback fallback) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        switch (fallback) {
            case Fallback.Offer offer -> offered(row, "offer", offer.scored(), offer.changes());
            case Fallback.NearestMiss miss -> {
                offered(row, "nearest_miss", miss.scored(), miss.changes());
                row.put("misses", miss.misses());
            }
            case Fallback.None ignored -> row.put("kind", "none");
        }
        row.put("why", fallback.why());
        return row;
    }

    private static void offered(Map<String, @Nullable Object> row, String kind, ScoredDeal scored, String changes) {
        row.put("kind", kind);
        row.put("changes", changes);
        row.put("terms", scored.proposal().terms());
        figures(row, scored);
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
