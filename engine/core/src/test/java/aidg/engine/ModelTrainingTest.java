package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Progress;
import aidg.engine.encoder.EventScaling;
import aidg.engine.encoder.geo.CityVectors;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.Generated;
import aidg.engine.marketplace.generator.MarketplaceFiles;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
import aidg.engine.models.LearnedInputs;
import aidg.engine.models.ModelFile;
import aidg.engine.scorer.TokenLayout;
import aidg.engine.scorer.TrainingOptions;
import aidg.engine.torch.RunIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Generated GENERATED = SmallMarket.generated();

    @TempDir
    static Path shared;

    private static @Nullable ModelFile trained;

    @TempDir
    Path folder;

    /// The model of seed 1, trained once for all tests.
    private static synchronized ModelFile once() {
        ModelFile ready = trained;
        if (ready == null) {
            ready = new ModelTraining(TrainingOptions.brief(1), shared.resolve("once"), CLOCK)
                    .train(GENERATED.marketplace(), Progress.SILENT);
            trained = ready;
        }
        return ready;
    }

    private ModelFile train(Marketplace market, long seed, String checkpoint, Progress progress) {
        return new ModelTraining(TrainingOptions.brief(seed), folder.resolve(checkpoint), CLOCK)
                .train(market, progress);
    }

    @Test
    void oneSeedGivesOneModel() {
        ModelFile once = once();
        ModelFile again = train(GENERATED.marketplace(), 1, "b", Progress.SILENT);

        assertThat(again.provenance().hash()).isEqualTo(once.provenance().hash());
        assertThat(again.provenance().metrics()).isEqualTo(once.provenance().metrics());
        assertThat(once.provenance().dataHash())
                .isEqualTo(GENERATED.marketplace().dataHash());
        assertThat(once.provenance().trainedAt()).isEqualTo(CLOCK.instant());
        assertThat(once.provenance().metrics()).containsKeys("tuneLogLoss", "tuneEce");
    }

    @Test
    void aStoppedTrainingGoesOnFromItsLastEpoch() {
        Progress stop = (step, done, total) -> {
            if (step.equals("Scorer, pass 2")) {
                throw new CancellationException("stop");
            }
        };
        assertThatThrownBy(() -> train(GENERATED.marketplace(), 1, "stopped", stop))
                .isInstanceOf(CancellationException.class);
        List<String> steps = new ArrayList<>();

        ModelFile continued = train(GENERATED.marketplace(), 1, "stopped", (step, done, total) -> steps.add(step));

        assertThat(steps).contains("Scorer, pass 2").doesNotContain("Scorer, pass 1", "Merchant encoder, pass 1");
        assertThat(continued.provenance().hash()).isEqualTo(once().provenance().hash());
    }

    @Test
    void anotherSeedGivesAnotherModelAndDoesNotGoOnFromThisOne() {
        ModelFile once = once();
        List<String> steps = new ArrayList<>();

        ModelFile other = new ModelTraining(TrainingOptions.brief(2), shared.resolve("once"), CLOCK)
                .train(GENERATED.marketplace(), (step, done, total) -> steps.add(step));

        assertThat(steps).contains("Merchant encoder, pass 1");
        assertThat(other.provenance().hash()).isNotEqualTo(once.provenance().hash());
    }

    @Test
    void theFeaturesAreAPartOfARunsIdentity() {
        ModelTraining training = new ModelTraining(TrainingOptions.seeded(1), folder, CLOCK);
        FeatureFit fit = FeatureFit.learn(GENERATED.marketplace(), SmallMarket.AS_OF);
        FeatureSchema renamed = new FeatureSchema(fit.schema().tokens().stream()
                .map(token -> token.name().equals("trend")
                        ? new Token("drift", token.words(), token.side(), token.features())
                        : token)
                .toList());

        RunIdentity own = training.identity("data", inputs(fit, fit.schema(), 0));

        assertThat(training.identity("data", inputs(fit, fit.schema(), 0))).isEqualTo(own);
        assertThat(training.identity("data", inputs(fit, renamed, 0)))
                .isEqualTo(new RunIdentity(
                        own.data(), ModelFile.featuresHash(inputs(fit, renamed, 0)), own.options(), own.versions()))
                .isNotEqualTo(own);
        assertThat(training.identity("data", inputs(fit, fit.schema(), 0.5)).features())
                .isNotEqualTo(own.features());
    }

    private static LearnedInputs inputs(FeatureFit fit, FeatureSchema schema, double mean) {
        TokenLayout layout = new TokenLayout(
                schema, Collections.nCopies(schema.width(), mean), Collections.nCopies(schema.width(), 1.0));
        EventScaling scaling = new EventScaling(fit.categories(), Map.of());
        return LearnedInputs.of(fit, layout, scaling, new CityVectors(Map.of()), null);
    }

    @Test
    void theTrueProbabilitiesAreNeverRead() throws IOException {
        Path data = folder.resolve("data");
        MarketplaceFiles.write(GENERATED, data, Progress.SILENT);
        Marketplace with = read(data);
        try (var files = Files.walk(data.resolve("truth"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        Marketplace without = read(data);

        assertThat(train(without, 1, "without", Progress.SILENT).provenance().hash())
                .isEqualTo(train(with, 1, "with", Progress.SILENT).provenance().hash());
    }

    private static Marketplace read(Path data) {
        ImportResult result = new MarketplaceImport().read(data, MarketplaceImport.Options.PLAIN, Progress.SILENT);
        assertThat(result).isInstanceOf(ImportResult.Accepted.class);
        return ((ImportResult.Accepted) result).marketplace();
    }

    @Test
    void tooLittleDataIsSaidBeforeAnythingIsTrained() {
        Marketplace small = SmallMarket.of(
                List.of(SmallMarket.merchant("m")),
                List.of(SmallMarket.deal("d", "m", SmallMarket.AS_OF.minusDays(90), 1200.0)),
                List.of());

        assertThatThrownBy(() -> train(small, 1, "small", Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("only 1 deals have a known outcome; training needs at least 100");
        assertThat(folder.resolve("small")).doesNotExist();
    }

    @Test
    void aModelIsMeasuredOnlyOnTheDataItCameFrom() {
        ModelFile model = once();

        ModelTraining.Report report =
                ModelTraining.evaluate(GENERATED.marketplace(), model, GENERATED.truth(), true, Progress.SILENT);

        assertThat(report.comparison().models())
                .containsOnlyKeys(
                        "scorer", "boosting", "boostingWithForecast", "logistic", "pastSuccessRate", "bayesLimit")
                .doesNotContainValue(null);
        assertThat(report.comparison().scoreCoverage()).isBetween(0.0, 1.0);
        assertThat(ModelTraining.evaluate(GENERATED.marketplace(), model, Map.of(), false, Progress.SILENT)
                        .comparison()
                        .scoreCoverage())
                .isNull();
        Marketplace other = SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of());
        assertThatThrownBy(() -> ModelTraining.evaluate(other, model, Map.of(), false, Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(model.provenance().hash())
                .hasMessageContaining("other data");
    }
}
