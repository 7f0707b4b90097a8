package aidg.app.export;

import aidg.engine.whatif.Cannibalisation;
import aidg.engine.whatif.Dependence;
import aidg.engine.whatif.Moved;
import aidg.engine.whatif.Portfolio;
import aidg.engine.whatif.PortfolioWords;
import aidg.engine.whatif.Total;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a policy would do, as JSON.
///
/// @param city     named in the scope, null for any
/// @param category likewise
/// @param merchant name of a deal's merchant
/// @param top      rows of each list
public record PortfolioJson(
        Portfolio portfolio,
        @Nullable String city,
        @Nullable String category,
        Function<Moved, String> merchant,
        int top,
        String modelHash) {

    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> asked = new LinkedHashMap<>();
        asked.put("city", city);
        asked.put("category", category);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("policy", portfolio.policy().words());
        json.put("scope", asked);
        json.put("deals", portfolio.moved().size());
        json.put("changed", portfolio.changed());
        json.put("held", portfolio.held());
        json.put("before", total(portfolio.before()));
        json.put("after", total(portfolio.after()));
        json.put("gain", portfolio.gain());
        json.put("gainRange", portfolio.gainRange());
        json.put("winners", portfolio.winners().size());
        json.put("losers", portfolio.losers().size());
        json.put("topWinners", rows(portfolio.winners()));
        json.put("topLosers", rows(portfolio.losers()));
        json.put("newlyRefused", rows(portfolio.newlyRefused()));
        json.put("newlyAllowed", rows(portfolio.newlyAllowed()));
        json.put("neighbours", neighbours(portfolio.neighbours()));
        json.put("capacity", portfolio.capacity());
        json.put("errorsAlike", dependence(portfolio.dependence()));
        json.put("sentences", PortfolioWords.of(portfolio));
        json.put("modelHash", modelHash);
        return json;
    }

    private static Map<String, @Nullable Object> total(Total total) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("gp30", total.gp30());
        json.put("range", total.cautious());
        json.put("rangeIfIndependent", total.independent());
        json.put("rangeIfAllAlike", total.dependent());
        json.put("allowed", total.allowed());
        json.put("approved", total.approved());
        json.put("goingOutGp30", total.goingOut());
        return json;
    }

    private static Map<String, Object> neighbours(Cannibalisation taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("deals", taken.deals());
        json.put("before", taken.before());
        json.put("after", taken.after());
        json.put("byPolicy", taken.byPolicy());
        json.put("outside", taken.outside());
        json.put("outsideGain", taken.outsideGain());
        return json;
    }

    private static @Nullable Map<String, Object> dependence(@Nullable Dependence dependence) {
        if (dependence == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("merchant", dependence.merchant());
        json.put("neighbourhood", dependence.neighbourhood());
        json.put("city", dependence.city());
        json.put("market", dependence.market());
        json.put("deals", dependence.deals());
        json.put("weeks", dependence.weeks());
        return json;
    }

    private List<Map<String, Object>> rows(List<Moved> moved) {
        return moved.stream().limit(top).map(this::row).toList();
    }

    private Map<String, Object> row(Moved one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dealId", one.proposal().id());
        json.put("merchantId", one.proposal().merchantId());
        json.put("merchant", merchant.apply(one));
        json.put("title", one.proposal().title());
        json.put("before", one.before());
        json.put("after", one.after());
        json.put("gain", one.gain());
        json.put("gainRange", one.gainRange());
        json.put("rivals", one.rivals());
        json.put("gainTogether", one.gainTogether());
        return json;
    }
}
