package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Category;
import aidg.engine.domain.Deal;
import aidg.engine.domain.DealOverride;
import aidg.engine.domain.Progress;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.models.ModelFile;
import aidg.engine.rules.Example;
import aidg.engine.torch.TorchDevice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Rules of marketplaces that have little or nothing to learn from. [EXP-5]
class RuleStudyTest {

    private final Marketplace market = SmallMarket.generated().marketplace();

    private static ModelFile model() {
        Path models = Path.of(System.getProperty("aidg.root", "../..")).resolve("models");
        if (ModelFile.read(models) instanceof ModelFile.Read read) {
            return read.model();
        }
        throw new AssertionError("no model in " + models);
    }

    private static RuleStudy study(Marketplace market, int most) {
        try (DealEngine engine = DealEngine.open(market, ModelSource.of(model()), TorchDevice.Wish.CPU, Keep.NOTHING)) {
            return engine.ruleStudy(most, false, Progress.SILENT);
        }
    }

    private static Deal withoutOutcome(Deal deal) {
        return new Deal(
                deal.id(),
                deal.merchantId(),
                deal.title(),
                deal.terms(),
                deal.proposedOn(),
                deal.startsOn(),
                deal.approved(),
                null,
                deal.baselineGp30());
    }

    @Test
    void anExampleCarriesWhatItsManagerDecided() {
        RuleStudy study = study(market, 200);

        Map<String, Deal> deals = market.deals().stream().collect(Collectors.toMap(Deal::id, Function.identity()));
        Map<String, DealOverride> overrides =
                market.overrides().stream().collect(Collectors.toMap(DealOverride::dealId, Function.identity()));
        assertThat(study.book().examples()).hasSize(200).allSatisfy(one -> {
            Example.Decision decision = Objects.requireNonNull(one.decision());
            assertThat(decision.approved())
                    .isEqualTo(Objects.requireNonNull(deals.get(one.id())).approved());
            DealOverride override = overrides.get(one.id());
            assertThat(decision.reason()).isEqualTo(override == null ? null : override.reason());
        });
        assertThat(study.book().examples())
                .extracting(one -> Objects.requireNonNull(one.decision()).approved())
                .contains(true, false);
        assertThat(study.book().open()).hasSameSizeAs(market.proposals()).allMatch(one -> one.decision() == null);
    }

    @Test
    void withoutAnyOutcomeThereAreRulesAllTheSame() {
        Marketplace unmeasured = SmallMarket.with(
                market,
                market.deals().stream().map(RuleStudyTest::withoutOutcome).toList(),
                market.overrides(),
                market.notes());

        RuleReport report = study(unmeasured, 400).report(null, 3);

        assertThat(report.rules().rules()).isNotEmpty();
        assertThat(report.rules().fidelity().accuracy()).isBetween(0.0, 1.0);
        assertThat(report.fires()).hasSameSizeAs(market.proposals());
    }

    @Test
    void tooFewDealsAreSaidToBe() {
        Category first = market.merchants().getFirst().category();
        RuleStudy none = study(SmallMarket.with(market, List.of(), List.of(), List.of()), 400);
        RuleStudy few = study(market, 12);

        assertThat(none.isEnough(null)).isFalse();
        assertThat(none.categories()).containsEntry(first, 0);
        assertThatThrownBy(() -> none.report(null, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too few past deals (0, of 0 merchants)");
        assertThat(few.isEnough(first)).isFalse();
        assertThatThrownBy(() -> few.report(null, 3)).hasMessageContaining("too few past deals (12, of 12 merchants)");
        assertThatThrownBy(() -> few.report(new Category("falconry"), 3)).hasMessageContaining("falconry");
    }
}
