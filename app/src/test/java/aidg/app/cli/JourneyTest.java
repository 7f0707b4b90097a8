package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Generate, import, train, evaluate: the objects of the machine interface, on one small marketplace.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JourneyTest {

    private static final List<String> METRICS =
            List.of("auc", "logLoss", "brier", "ece", "averagePrecision", "coverage90");

    private SmallMarketplace market;
    private JsonNode trained;
    private Path truth;

    @BeforeAll
    void learn(@TempDir Path temporary) throws Exception {
        market = SmallMarketplace.in(temporary);
        truth = Files.move(market.folder().resolve("truth/truth.csv.gz"), temporary.resolve("truth.csv.gz"));
        trained = market.run("train", "--json", "--seed", "3").done();
    }

    @Test
    void trainingNamesItsModelAndIsUsed() {
        assertThat(trained.propertyNames()).contains("modelHash", "seconds", "merchants", "examples", "metrics");
        assertThat(trained.get("merchants").asInt()).isEqualTo(40);
        assertThat(trained.get("examples").asInt()).isPositive();
        assertThat(trained.get("metrics").get("tuneLogLoss").asDouble()).isBetween(0.05, 2.0);
        JsonNode scored =
                market.run("score", "--json", "--deal", market.proposal(0)).done();
        assertThat(scored.get("modelHash")).isEqualTo(trained.get("modelHash"));
    }

    @Test
    void sameTrainingAgainGivesTheSameModelAtOnce() {
        assertThat(market.run("train", "--json", "--seed", "3").done().get("modelHash"))
                .isEqualTo(trained.get("modelHash"));
    }

    @Test
    void evaluationWithTruthKnowsTheLimit() {
        JsonNode models = market.run("evaluate", "--json", "--truth", truth.toString())
                .done()
                .get("models");
        assertThat(models.propertyNames())
                .containsExactlyInAnyOrder(
                        "scorer", "boosting", "boostingWithForecast", "logistic", "pastSuccessRate", "bayesLimit");
        assertThat(models.propertyStream())
                .allSatisfy(
                        model -> assertThat(model.getValue().propertyNames()).containsAll(METRICS));
        assertThat(models.get("bayesLimit").get("logLoss").asDouble())
                .isLessThan(models.get("pastSuccessRate").get("logLoss").asDouble());
    }

    @Test
    void evaluationWithoutTruthSaysNullForTheLimit() {
        JsonNode report = market.run("evaluate", "--json").done();
        assertThat(report.get("models").has("bayesLimit")).isTrue();
        assertThat(report.get("models").get("bayesLimit").isNull()).isTrue();
        assertThat(report.get("split").propertyNames()).contains("train", "test", "cutoff");
        assertThat(report.get("split").get("test").asInt()).isPositive();
    }

    @Test
    void evaluationOnOtherDataIsRefused(@TempDir Path temporary) {
        SmallMarketplace other = SmallMarketplace.in(temporary);
        Shell.Ran refused = other.run("evaluate");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst()).contains("learned from other data than this workspace holds");
        assertThat(refused.errLines().getLast()).contains("`workbench train`");
    }

    @Test
    void missingTruthFileIsNamed() {
        Shell.Ran refused = market.run("evaluate", "--truth", "/nowhere.csv");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst()).isEqualTo("There is no such file (/nowhere.csv).");
    }

    @Test
    void doctorFindsADamagedModelInUseAndTheTrainingThatItAdvisesMendsIt() throws Exception {
        Path weights = Path.of(trained.get("folder").asString()).resolve("contextual_scorer.safetensors");
        assertThat(inUse().get("ok").asBoolean()).isTrue();
        assertThat(inUse().get("detail").asString())
                .contains(trained.get("modelHash").asString());

        byte[] damaged = Files.readAllBytes(weights);
        damaged[damaged.length - 1] ^= 1;
        Files.write(weights, damaged);
        JsonNode check = inUse();
        assertThat(check.get("ok").asBoolean()).isFalse();
        assertThat(check.get("detail").asString()).contains("weights", "damaged");
        assertThat(check.get("fix").asString())
                .isEqualTo("Train it again with `workbench train --workspace %s`.".formatted(market.workspace()));

        market.run("train", "--json", "--seed", "3").done();
        assertThat(inUse().get("ok").asBoolean()).isTrue();
    }

    private JsonNode inUse() {
        return market.run("doctor", "--json")
                .json()
                .get("checks")
                .valueStream()
                .filter(check -> check.get("name").asString().equals("in use"))
                .findFirst()
                .orElseThrow();
    }
}
