package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `workbench models`.
class ModelsTest {

    @TempDir
    Path folder;

    @Test
    void theShippedModelIsListedWithItsStagesAndInUse() {
        SmallMarketplace market = SmallMarketplace.in(folder);

        JsonNode listed = market.run("models", "--json").done().get("models");

        assertThat(listed.size()).isEqualTo(1);
        JsonNode shipped = listed.get(0);
        assertThat(shipped.get("inUse").asBoolean()).isTrue();
        assertThat(shipped.get("shipped").asBoolean()).isTrue();
        assertThat(shipped.get("modelHash").asString()).matches("[0-9a-f]{16}");
        assertThat(shipped.get("stages")
                        .valueStream()
                        .map(stage -> stage.get("name").asString()))
                .contains("Graph", "Merchant encoder", "Scorer");
        assertThat(market.run("models").out())
                .contains("is in use", "ships with the app", "Merchant encoder", "notes transformer");
    }

    @Test
    void aModelThatIsNoneIsRefusedAndTheOneInUseStays() throws Exception {
        SmallMarketplace market = SmallMarketplace.in(folder);
        Path damaged = Files.createDirectory(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("model.json"), "{\"format\": 2}");

        Shell.Ran refused = market.run("models", "--use", damaged.toString());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("the model in use stays");
        assertThat(market.run("models", "--json")
                        .done()
                        .get("models")
                        .get(0)
                        .get("inUse")
                        .asBoolean())
                .isTrue();
    }
}
