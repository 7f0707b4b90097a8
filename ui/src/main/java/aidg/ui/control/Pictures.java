package aidg.ui.control;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Writes pictures as small PNG files of at most 256 colours. Rare colours count as much as frequent ones (a red
/// sentence must stay red): first come those far from one another, then ever closer ones.
public final class Pictures {

    private static final int COLOURS = 256;
    private static final int OPAQUE = 0xff000000;

    /// How far apart colours of each round are at least, in steps of 0..255 over all three channels.
    private static final List<Integer> ROUNDS = List.of(40, 24, 16, 10, 6, 4, 2, 1);

    private Pictures() {}

    /// Takes a picture of a node at its full size, on the colour of the window. To be called on the window's thread.
    public static WritableImage of(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        if (node.getScene() != null
                && node.getScene().getRoot() instanceof Region root
                && root.getBackground() != null) {
            root.getBackground().getFills().stream().findFirst().ifPresent(fill -> parameters.setFill(fill.getFill()));
        }
        return node.snapshot(parameters, null);
    }

    /// Takes a picture of a head with two panes side by side under it, each at its full size.
    public static WritableImage of(Node head, Node left, Node right) {
        WritableImage top = of(head);
        WritableImage first = of(left);
        WritableImage second = of(right);
        int width = (int) Math.max(top.getWidth(), first.getWidth() + second.getWidth());
        int height = (int) (top.getHeight() + Math.max(first.getHeight(), second.getHeight()));
        WritableImage all = new WritableImage(width, height);
        int ground = first.getPixelReader().getArgb(0, (int) first.getHeight() - 1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                all.getPixelWriter().setArgb(x, y, ground);
            }
        }
        paste(top, all, 0, 0);
        paste(first, all, 0, (int) top.getHeight());
        paste(second, all, (int) first.getWidth(), (int) top.getHeight());
        return all;
    }

    private static void paste(WritableImage part, WritableImage all, int x, int y) {
        all.getPixelWriter()
                .setPixels(x, y, (int) part.getWidth(), (int) part.getHeight(), part.getPixelReader(), 0, 0);
    }

    /// Writes a picture that has been taken.
    ///
    /// @return the file
    public static Path write(WritableImage picture, Path file) throws IOException {
        BufferedImage exact = SwingFXUtils.fromFXImage(picture, null);
        int width = exact.getWidth();
        int height = exact.getHeight();
        int[] pixels = exact.getRGB(0, 0, width, height, null, 0, width);
        List<Integer> palette = palette(pixels);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model(palette));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int i = 0; i < pixels.length; i++) {
            int index = nearest.computeIfAbsent(pixels[i] | OPAQUE, colour -> nearest(colour, palette));
            small.getRaster().setSample(i % width, i / width, 0, index);
        }
        pack(small, file);
        return file;
    }

    /// At most 256 colours, chosen from all by distance and then by how often they occur.
    private static List<Integer> palette(int[] pixels) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel | OPAQUE, 1, Integer::sum);
        }
        List<Integer> frequentFirst = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Integer> palette = new ArrayList<>(frequentFirst.subList(0, 1));
        for (int apart : ROUNDS) {
            for (int colour : frequentFirst) {
                if (palette.size() < COLOURS
                        && distance(colour, palette.get(nearest(colour, palette))) >= apart * apart) {
                    palette.add(colour);
                }
            }
        }
        return palette;
    }

    private static IndexColorModel model(List<Integer> palette) {
        int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
        return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int colour, List<Integer> palette) {
        int best = 0;
        for (int i = 1; i < palette.size(); i++) {
            if (distance(colour, palette.get(i)) < distance(colour, palette.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }

    private static void pack(BufferedImage picture, Path file) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam hard = writer.getDefaultWriteParam();
        hard.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        hard.setCompressionQuality(0);
        Files.deleteIfExists(file);
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), hard);
        } finally {
            writer.dispose();
        }
    }
}
