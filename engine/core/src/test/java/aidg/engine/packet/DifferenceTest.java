package aidg.engine.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.CanonicalJson;
import aidg.engine.packet.Difference.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DifferenceTest {

    private static List<Difference> between(String packet, String here) {
        return Difference.between(
                "trace", CanonicalJson.read(packet.getBytes(UTF_8)), CanonicalJson.read(here.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"score":0.5} | {"score":0.5000005} | NOISE | trace.score
            {"score":0.5} | {"score":0.50001} | OTHER | trace.score
            {"price":29.99} | {"price":29.98} | OTHER | trace.price
            {"gp30":410.2} | {"gp30":410.21} | NOISE | trace.gp30
            {"gp30":410.2} | {"gp30":410.3} | OTHER | trace.gp30
            {"s":["of 1,204, 55%"]} | {"s":["of 1,203, 56%"]} | ROUNDING | trace.s[0]
            {"s":["55%"]} | {"s":["57%"]} | OTHER | trace.s[0]
            {"s":["0.25 of 1"]} | {"s":["0.27 of 1"]} | OTHER | trace.s[0]
            {"s":["rises 5%"]} | {"s":["falls 5%"]} | OTHER | trace.s[0]
            {"s":["a"]} | {"s":["a","b"]} | OTHER | trace.s[1]
            {"a":1,"b":2} | {"a":1} | OTHER | trace.b
            {"a":null} | {"a":0} | OTHER | trace.a
            """)
    void aDifferenceIsNamedWithWhatItMeans(String packet, String here, Kind kind, String path) {
        assertThat(between(packet, here)).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(kind);
            assertThat(one.path()).isEqualTo(path);
        });
    }

    @Test
    void namedElementsAreHeldAgainstTheirNamesakes() {
        String packet = "{\"c\":[{\"feature\":\"price\",\"points\":0.2},{\"feature\":\"season\",\"points\":0.1}]}";
        String here = "{\"c\":[{\"feature\":\"season\",\"points\":0.1},{\"feature\":\"price\",\"points\":0.3}]}";
        assertThat(between(packet, here))
                .containsExactly(new Difference("trace.c[price].points", "0.2", "0.3", Kind.OTHER));
    }

    @Test
    void nothingInItSteersATerminal() {
        assertThat(between("{\"a\":\"\\u001b[2J\u009b\"}", "{\"a\":\"x\"}")
                        .getFirst()
                        .packet())
                .doesNotContain("\u001b", "\u009b");
    }
}
