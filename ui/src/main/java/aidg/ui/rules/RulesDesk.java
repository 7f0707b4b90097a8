package aidg.ui.rules;

import aidg.engine.RuleReport;
import aidg.engine.domain.Category;
import aidg.engine.domain.Progress;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the rules view needs from the engine. Every method is called on a background thread and may take its time;
/// an exception's message is shown to the person, so it says what to do next.
public interface RulesDesk {

    /// Rules for the model, measured and held against guard and managers. Seconds the first time, while the model is
    /// asked about the past; then under a second.
    ///
    /// @param category     whose merchants' deals, null for all
    /// @param depth        questions on the way to a rule, 1..8
    /// @param withForecast whether rules may speak of what the sales forecast expects, beside plain facts
    RuleReport rules(@Nullable Category category, int depth, boolean withForecast, Progress progress) throws Exception;

    /// Categories that rules can be asked for, with their numbers of past deals; those with too few for rules are
    /// left out.
    Map<Category, Integer> categories(Progress progress) throws Exception;

    /// Writes the report as text, CSV or JSON, as the file's ending tells.
    ///
    /// @param dealId an open proposal of which to say which rule fires; null for none
    void export(RuleReport report, @Nullable String dealId, Path file) throws Exception;
}
