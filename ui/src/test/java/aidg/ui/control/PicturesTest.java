package aidg.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

    @Test
    void pictureOfFewColoursIsKeptExactly(@TempDir Path folder) throws IOException {
        WritableImage picture = new WritableImage(16, 16);
        for (int i = 0; i < 256; i++) {
            picture.getPixelWriter().setArgb(i % 16, i / 16, 0xff000000 | i * 0x010203);
        }

        BufferedImage read = written(picture, folder);

        for (int i = 0; i < 256; i++) {
            assertThat(read.getRGB(i % 16, i / 16)).isEqualTo(0xff000000 | i * 0x010203);
        }
    }

    @Test
    void rareColoursKeepTheirHueAmongThousands(@TempDir Path folder) throws IOException {
        WritableImage picture = new WritableImage(100, 100);
        Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            int grey = random.nextInt(200, 256);
            int blue = random.nextInt(grey - 20, grey + 1);
            picture.getPixelWriter().setArgb(i % 100, i / 100, new Color(blue, grey, grey).getRGB());
        }
        picture.getPixelWriter().setArgb(50, 50, 0xffcf222e);
        picture.getPixelWriter().setArgb(51, 50, 0xff1a7f37);

        BufferedImage read = written(picture, folder);

        assertThat(read.getRGB(50, 50)).isEqualTo(0xffcf222e);
        assertThat(read.getRGB(51, 50)).isEqualTo(0xff1a7f37);
    }

    private static BufferedImage written(WritableImage picture, Path folder) throws IOException {
        Path file = folder.resolve("picture.png");
        Pictures.write(picture, file);
        return ImageIO.read(file.toFile());
    }
}
