package aidg.engine.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.CanonicalJson;
import aidg.engine.audit.ProofStep;
import aidg.engine.audit.SigningKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class PacketFileTest {

    private static final SigningKey KEY = SigningKey.create();

    private static PacketFile packet() {
        Map<String, JsonNode> sections = new LinkedHashMap<>();
        for (String name : PacketContent.SECTIONS) {
            sections.put(
                    name,
                    CanonicalJson.read(
                            "{\"of\":\"%s\",\"value\":0.25}".formatted(name).getBytes(UTF_8)));
        }
        return PacketFile.signed(sections, KEY);
    }

    private static String written() {
        return new String(packet().bytes(), UTF_8);
    }

    private static PacketFile read(String text) {
        PacketFile.Reading reading = PacketFile.read(text.getBytes(UTF_8));
        assertThat(reading).isInstanceOf(PacketFile.Read.class);
        return ((PacketFile.Read) reading).packet();
    }

    private static List<String> failed(String text) {
        return read(text).seal(KEY.signer()::equals).stream()
                .filter(step -> step.outcome() == ProofStep.Outcome.FAILED)
                .map(step -> step.name() + ": " + step.words())
                .toList();
    }

    @Test
    void aPacketReadsBackAndHolds() {
        assertThat(failed(written())).isEmpty();
        assertThat(read(written()).hash()).isEqualTo(packet().hash()).matches("[0-9a-f]{64}");
    }

    @Test
    void howItIsIndentedDoesNotMatter() {
        assertThat(failed(CanonicalJson.read(written().getBytes(UTF_8)).toString()))
                .isEmpty();
        assertThat(failed(written().replace("0.25", "2.50e-1"))).isEmpty();
    }

    @Test
    void everyChangedSectionIsNamed() {
        String changed = written().replace("\"of\" : \"guard\"", "\"of\" : \"Guard\"");
        assertThat(failed(changed)).containsExactly("sections: `guard` was changed after it was hashed");
    }

    @Test
    void aSectionAddedOrTakenOutIsNamed() {
        String more = written().replace("\"sections\" : {", "\"sections\" : { \"extra\" : 1,");
        assertThat(failed(more)).containsExactly("sections: `extra` was added: it is not among the hashes");
        String renamed = written().replace("\"seed\" : {", "\"Seed\" : {");
        assertThat(failed(renamed))
                .containsExactly("sections: `seed` is missing; `Seed` was added: it is not among the hashes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aidg-decision-packet | aidg-other-packet | its `format` is not aidg-decision-packet
            "version" : 1 | "version" : 2 | it has version 2, and this program reads 1
            "hashes" : | "hash" : | it has the members [format, hash, sections, signature, signer, version]
            "sections" : { | "sections" : 3, "s" : { | it has the members
            "value" : 0.25 | "value" : 0.25, "value" : 0.5 | it is no JSON from line
            "value" : 0.25 | "value" : NaN | it is no JSON from line
            """)
    void whatIsNoPacketIsToldSo(String from, String to, String why) {
        assertThat(PacketFile.read(written().replace(from, to).getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        PacketFile.Refused.class,
                        refused -> assertThat(refused.what()).startsWith(why));
    }

    @Test
    void aCutOffFileIsToldSo() {
        assertThat(PacketFile.read(written().substring(0, 900).getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        PacketFile.Refused.class,
                        refused -> assertThat(refused.what())
                                .startsWith("it ends too early")
                                .endsWith("cut off"));
        assertThat(PacketFile.read(new byte[0])).isInstanceOf(PacketFile.Refused.class);
        assertThat(PacketFile.read("[]".getBytes(UTF_8))).isInstanceOf(PacketFile.Refused.class);
    }
}
