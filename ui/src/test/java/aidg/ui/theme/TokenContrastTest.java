package aidg.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Computes the contrast (WCAG 2.2) of what is drawn on what, from the values in the style sheets.
class TokenContrastTest {

    private static final Pattern TOKEN = Pattern.compile("(-(?:color|aidg)-[a-z0-9-]+):\\s*([^;]+);");
    private static final double TEXT = 4.5;
    private static final double MARK = 3.0;

    private static final List<String> PLAIN =
            List.of("-color-bg-default", "-color-bg-subtle", "-aidg-selected", "-aidg-hover", "-aidg-control-hover");

    static Stream<Arguments> pairs() throws IOException {
        Map<String, String> light = tokens(new PrimerLight().getUserAgentStylesheet(), "tokens-light.css");
        Map<String, String> dark = tokens(new PrimerDark().getUserAgentStylesheet(), "tokens-dark.css");
        return Stream.of(Map.entry("light", light), Map.entry("dark", dark))
                .flatMap(theme -> Stream.of(
                                PLAIN.stream().map(on -> new String[] {"-color-fg-default", on, "text"}),
                                PLAIN.stream().map(on -> new String[] {"-color-fg-muted", on, "text"}),
                                Stream.of("accent", "success", "warning", "danger")
                                        .flatMap(tone -> Stream.of(
                                                new String[] {
                                                    "-color-%s-fg".formatted(tone), "-color-bg-default", "text"
                                                },
                                                new String[] {
                                                    "-color-%s-fg".formatted(tone),
                                                    "-color-%s-subtle".formatted(tone),
                                                    "text"
                                                })),
                                Stream.<String[]>of(
                                        new String[] {"-color-accent-fg", "-color-bg-subtle", "text"},
                                        new String[] {"-color-accent-fg", "-aidg-selected", "text"},
                                        new String[] {"-color-danger-fg", "-aidg-selected", "text"},
                                        new String[] {"-color-fg-default", "-color-danger-subtle", "text"},
                                        new String[] {"-color-fg-muted", "-color-danger-subtle", "text"},
                                        new String[] {"-color-fg-emphasis", "-color-accent-emphasis", "text"},
                                        new String[] {"-color-fg-emphasis", "-aidg-accent-hover", "text"},
                                        new String[] {"-aidg-toast-text", "-aidg-toast", "text"},
                                        new String[] {"-aidg-toast-mark", "-aidg-toast", "mark"},
                                        new String[] {"-aidg-plus", "-color-bg-default", "text"},
                                        new String[] {"-aidg-minus", "-color-bg-default", "text"},
                                        new String[] {"-aidg-marker", "-aidg-band", "mark"},
                                        new String[] {"-aidg-marker", "-aidg-track", "mark"},
                                        new String[] {"-aidg-tick", "-aidg-band", "mark"},
                                        new String[] {"-aidg-tick", "-aidg-track", "mark"},
                                        new String[] {"-aidg-hatch", "-aidg-track", "mark"},
                                        new String[] {"-aidg-neutral", "-color-bg-default", "mark"},
                                        new String[] {"-color-accent-emphasis", "-color-bg-default", "mark"},
                                        new String[] {"-color-accent-emphasis", "-aidg-track", "mark"},
                                        new String[] {"-color-success-fg", "-color-bg-default", "mark"}))
                        .flatMap(pair -> pair)
                        .map(pair -> Arguments.of(
                                theme.getKey(),
                                pair[0],
                                pair[1],
                                pair[2].equals("text") ? TEXT : MARK,
                                theme.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1} on {2} at least {3}")
    @MethodSource("pairs")
    void isReadable(String theme, String drawn, String on, double least, Map<String, String> tokens) {
        Color ground = over(colour(on, tokens), colour("-color-bg-default", tokens));

        assertThat(contrast(over(colour(drawn, tokens), ground), ground)).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> tokens(String primer, String ours) throws IOException {
        Map<String, String> found = new HashMap<>();
        for (String name : List.of("/" + primer.replaceFirst("^/", ""), "/aidg/ui/theme/" + ours)) {
            try (InputStream file = Objects.requireNonNull(TokenContrastTest.class.getResourceAsStream(name), name)) {
                String sheet = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                Matcher root = TOKEN.matcher(sheet.substring(0, sheet.indexOf('}')));
                while (root.find()) {
                    found.put(root.group(1), root.group(2).strip());
                }
            }
        }
        return found;
    }

    private static Color colour(String token, Map<String, String> tokens) {
        String value = Objects.requireNonNull(tokens.get(token), token);
        return value.startsWith("-") ? colour(value, tokens) : Color.web(value);
    }

    private static Color over(Color top, Color ground) {
        double a = top.getOpacity();
        return Color.color(
                top.getRed() * a + ground.getRed() * (1 - a),
                top.getGreen() * a + ground.getGreen() * (1 - a),
                top.getBlue() * a + ground.getBlue() * (1 - a));
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
