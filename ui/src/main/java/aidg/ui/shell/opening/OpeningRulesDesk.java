package aidg.ui.shell.opening;

import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.domain.Progress;
import aidg.ui.rules.RulesDesk;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/// A desk for rules that opens on first use.
///
/// @param desk opens it, or gives what is open
record OpeningRulesDesk(Callable<RulesDesk> desk) implements RulesDesk {

    @Override
    public RuleReport rules(@Nullable Category category, int depth, boolean withForecast, Progress progress)
            throws Exception {
        return desk.call().rules(category, depth, withForecast, progress);
    }

    @Override
    public Map<Category, Integer> categories(Progress progress) throws Exception {
        return desk.call().categories(progress);
    }

    @Override
    public void export(RuleReport report, @Nullable String dealId, Path file) throws Exception {
        desk.call().export(report, dealId, file);
    }
}
