package aidg.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aidg.engine.domain.Progress;
import aidg.engine.features.FeatureFit;
import aidg.engine.features.FeatureSchema;
import aidg.engine.features.FeatureSchema.Token;
import aidg.engine.marketplace.Marketplace;
import aidg.engine.marketplace.generator.Generated;
import aidg.engine.marketplace.generator.MarketplaceFiles;
import aidg.engine.marketplace.intake.ImportResult;
import aidg.engine.marketplace.intake.MarketplaceImport;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T08:00:00Z"), ZoneOffset.UTC);
    private static final Generated GENERATED = SmallMarket.generated();

    @TempDir
    Path folder;

    private ModelFile train(Marketplace market, long seed, String checkpoint, Progress progress) {
        TrainingOptions options = new TrainingOptions(seed, 2, 2, 64, 1.5e-3, 2e-2, 0.1);
        return new ModelTraining(options, folder.resolve(checkpoint), CLOCK).train(market, progress);
    }

    @Test
    void oneSeedGivesOneModelAndAnotherSeedAnother() {
        ModelFile once = train(GENERATED.marketplace(), 1, "a", Progress.SILENT);
        ModelFile again = train(GENERATED.marketplace(), 1, "b", Progress.SILENT);

        assertThat(again.provenance()).isEqualTo(once.provenance());
        assertThat(train(GENERATED.marketplace(), 2, "c", Progress.SILENT)
                        .provenance()
                        .hash())
                .isNotEqualTo(once.provenance().hash());
        assertThat(once.provenance().dataHash())
                .isEqualTo(GENERATED.marketplace().dataHash());
        assertThat(once.provenance().trainedAt()).isEqualTo(CLOCK.instant());
        assertThat(once.provenance().metrics()).containsEntry("epochs", 2.0).containsKeys("tuneLogLoss", "tuneEce");
    }

    @Test
    void aStoppedTrainingGoesOnFromItsLastEpoch() {
        Progress stop = (step, done, total) -> {
            if (step.equals("Training, epoch 2")) {
                throw new CancellationException("stop");
            }
        };
        assertThatThrownBy(() -> train(GENERATED.marketplace(), 1, "stopped", stop))
                .isInstanceOf(CancellationException.class);
        List<String> steps = new ArrayList<>();

        ModelFile continued = train(GENERATED.marketplace(), 1, "stopped", (step, done, total) -> steps.add(step));

        assertThat(steps).contains("Training, epoch 2").doesNotContain("Training, epoch 1");
        assertThat(continued.provenance())
                .isEqualTo(train(GENERATED.marketplace(), 1, "whole", Progress.SILENT)
                        .provenance());
    }

    @Test
    void theCheckpointOfAnotherSeedIsNotContinued() {
        train(GENERATED.marketplace(), 1, "same", Progress.SILENT);
        List<String> steps = new ArrayList<>();

        train(GENERATED.marketplace(), 2, "same", (step, done, total) -> steps.add(step));

        assertThat(steps).contains("Training, epoch 1");
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

        RunIdentity own = training.identity("data", fit, layout(fit.schema(), 0));

        assertThat(training.identity("data", fit, layout(fit.schema(), 0))).isEqualTo(own);
        assertThat(training.identity("data", fit, layout(renamed, 0)))
                .isEqualTo(new RunIdentity(
                        own.data(), ModelFile.featuresHash(fit, layout(renamed, 0)), own.options(), own.versions()))
                .isNotEqualTo(own);
        assertThat(training.identity("data", fit, layout(fit.schema(), 0.5)).features())
                .isNotEqualTo(own.features());
    }

    private static TokenLayout layout(FeatureSchema schema, double mean) {
        return new TokenLayout(
                schema, Collections.nCopies(schema.width(), mean), Collections.nCopies(schema.width(), 1.0));
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

        assertThat(train(without, 1, "without", Progress.SILENT).provenance())
                .isEqualTo(train(with, 1, "with", Progress.SILENT).provenance());
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
        ModelFile model = train(GENERATED.marketplace(), 1, "a", Progress.SILENT);

        ModelTraining.Report report =
                ModelTraining.evaluate(GENERATED.marketplace(), model, GENERATED.truth(), Progress.SILENT);

        assertThat(report.comparison().models())
                .containsOnlyKeys("scorer", "boosting", "logistic", "pastSuccessRate", "bayesLimit")
                .doesNotContainValue(null);
        assertThat(report.comparison().scoreCoverage()).isBetween(0.0, 1.0);
        assertThat(ModelTraining.evaluate(GENERATED.marketplace(), model, Map.of(), Progress.SILENT)
                        .comparison()
                        .scoreCoverage())
                .isNull();
        Marketplace other = SmallMarket.of(List.of(SmallMarket.merchant("m")), List.of(), List.of());
        assertThatThrownBy(() -> ModelTraining.evaluate(other, model, Map.of(), Progress.SILENT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(model.provenance().hash())
                .hasMessageContaining("other data");
    }
}
