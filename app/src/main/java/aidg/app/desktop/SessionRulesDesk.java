package aidg.app.desktop;

import aidg.app.export.RuleExport;
import aidg.engine.DealEngine;
import aidg.engine.RuleReport;
import aidg.engine.RuleStudy;
import aidg.engine.domain.Category;
import aidg.engine.domain.Progress;
import aidg.ui.rules.RulesDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rules over the engine. What the model said of the past is asked once per model, data and choice of facts.
final class SessionRulesDesk implements RulesDesk {

    /// Deals of the past that the model is asked about.
    private static final int DEALS = 5000;

    private final LiveEngine live;
    private final Map<Key, RuleStudy> studies = new LinkedHashMap<>();

    private record Key(String modelHash, String dataHash, boolean withForecast) {}

    SessionRulesDesk(LiveEngine live) {
        this.live = live;
    }

    @Override
    public RuleReport rules(@Nullable Category category, int depth, boolean withForecast, Progress progress) {
        return study(withForecast, progress).report(category, depth);
    }

    private synchronized RuleStudy study(boolean withForecast, Progress progress) {
        return live.with(engine -> study(engine, withForecast, progress));
    }

    private RuleStudy study(DealEngine engine, boolean withForecast, Progress progress) {
        Key key = new Key(engine.modelHash(), engine.marketplace().dataHash(), withForecast);
        studies.keySet()
                .removeIf(one -> !one.modelHash().equals(key.modelHash())
                        || !one.dataHash().equals(key.dataHash()));
        RuleStudy known = studies.get(key);
        if (known == null) {
            known = engine.ruleStudy(DEALS, withForecast, progress);
            studies.put(key, known);
        }
        return known;
    }

    @Override
    public Map<Category, Integer> categories(Progress progress) {
        RuleStudy study = study(false, progress);
        Map<Category, Integer> enough = new LinkedHashMap<>();
        study.categories().forEach((category, deals) -> {
            if (study.isEnough(category)) {
                enough.put(category, deals);
            }
        });
        return enough;
    }

    @Override
    public void export(RuleReport report, @Nullable String dealId, Path file) throws IOException {
        new RuleExport(report, dealId).write(file);
    }
}
