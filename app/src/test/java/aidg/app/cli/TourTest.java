package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class TourTest {

    private static final int LEAST_COLOURS = 50;

    @Test
    void everyViewIsRenderedWithoutADisplay(@TempDir Path temporary) throws Exception {
        SmallMarketplace market = SmallMarketplace.in(temporary);
        JsonNode files = market.run(
                        "tour", "--json", "--out", temporary.resolve("tour").toString())
                .done()
                .get("files");
        assertThat(files.valueStream()
                        .map(file -> Path.of(file.asString()).getFileName().toString()))
                .contains("review-light-1440x900.png", "review-dark-1440x900.png", "data-light-1440x900.png");
        for (JsonNode file : files) {
            BufferedImage picture = ImageIO.read(Path.of(file.asString()).toFile());
            assertThat(picture.getWidth()).isEqualTo(1440);
            assertThat(colours(picture)).as(file.asString()).isGreaterThan(LEAST_COLOURS);
        }
    }

    @Test
    void itLeavesNoTraceInTheWorkspace(@TempDir Path temporary) throws Exception {
        SmallMarketplace market = SmallMarketplace.in(temporary);
        JsonNode before = market.run("audit", "verify", "--json").done();

        market.run("tour", "--json", "--out", temporary.resolve("tour").toString())
                .done();

        assertThat(market.run("audit", "verify", "--json").done()).isEqualTo(before);
        assertThat(market.run("session", "list", "--json").done().get("sessions"))
                .isEmpty();
    }

    private static int colours(BufferedImage picture) {
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x += 3) {
                colours.add(picture.getRGB(x, y));
            }
        }
        return colours.size();
    }
}
