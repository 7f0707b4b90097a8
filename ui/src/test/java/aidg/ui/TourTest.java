package aidg.ui;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.ui.Tour.Size;
import aidg.ui.sample.SampleWorkbench;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class TourTest {

    private static final Path OUT = Path.of(System.getProperty("aidg.root", ".."), "ui", "target", "tour");

    @Test
    void everyViewIsRenderedInBothThemesAndIsNotBlank() throws Exception {
        List<Size> sizes = List.of(new Size(1440, 900));

        List<Path> files = Tour.render(SampleWorkbench.setting(), SampleWorkbench.ports(), OUT, sizes);

        assertThat(files).hasSize(38).allSatisfy(file -> {
            assertThat(Files.size(file)).isLessThan(300_000);
            assertThat(colours(ImageIO.read(file.toFile()))).isGreaterThan(40);
        });
        BufferedImage light =
                ImageIO.read(OUT.resolve("review-light-1440x900.png").toFile());
        BufferedImage dark =
                ImageIO.read(OUT.resolve("review-dark-1440x900.png").toFile());
        assertThat(light.getWidth()).isEqualTo(1440);
        assertThat(light.getHeight()).isEqualTo(900);
        assertThat(light.getRGB(700, 780) & 0xff).isEqualTo(0xff);
        assertThat(dark.getRGB(700, 780) & 0xff).isLessThan(0x30);
    }

    private static int colours(BufferedImage picture) {
        Set<Integer> seen = new HashSet<>();
        for (int y = 0; y < picture.getHeight(); y += 3) {
            for (int x = 0; x < picture.getWidth(); x++) {
                seen.add(picture.getRGB(x, y));
            }
        }
        return seen.size();
    }
}
