package aidg.app.cli;

import static aidg.app.cli.PacketFixture.section;
import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.AuditChain;
import aidg.engine.audit.AuditJson;
import aidg.engine.audit.AuditLine;
import aidg.engine.audit.SigningKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `packet make` and `packet verify`: here, in another workspace, in another installation, and after every kind of
/// tampering.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PacketTest {

    private PacketFixture made;
    private Path folder;

    @BeforeAll
    void make(@TempDir Path temporary) {
        folder = temporary;
        made = PacketFixture.in(temporary);
    }

    private static Map<String, String> outcomes(JsonNode verified) {
        Map<String, String> outcomes = new TreeMap<>();
        verified.get("steps")
                .forEach(step -> outcomes.put(
                        step.get("name").asString(), step.get("outcome").asString()));
        return outcomes;
    }

    private static String detail(JsonNode verified, String step) {
        return verified.get("steps")
                .valueStream()
                .filter(one -> one.get("name").asString().equals(step))
                .map(one -> one.get("detail").asString())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> failed(JsonNode verified) {
        return outcomes(verified).entrySet().stream()
                .filter(step -> step.getValue().equals("failed"))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<String> paths(JsonNode verified) {
        return verified.get("differences")
                .valueStream()
                .map(one -> one.get("path").asString())
                .toList();
    }

    private Shell.Ran verify(Path file, String... more) {
        return made.market()
                .run(Stream.concat(Stream.of("packet", "verify", "--json", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void aPacketHoldsWhereItWasMade() {
        JsonNode verified = verify(made.packet()).done();
        assertThat(outcomes(verified).values()).containsOnly("passed");
        assertThat(detail(verified, "recomputed")).contains("the same to the last bit");
        assertThat(verified.get("ok").asBoolean()).isTrue();
        assertThat(verified.get("dealId").asString()).isEqualTo(made.deal());
    }

    @Test
    void aPacketSaysEverythingOfItsDecision() {
        ObjectNode tree = made.tree();
        assertThat(section(tree, "data").propertyNames()).contains("dataHash", "asOf", "source");
        assertThat(section(tree, "model").propertyNames()).contains("hash", "trainedAt", "options", "split");
        assertThat(section(tree, "seed").get("seed").isIntegralNumber()).isTrue();
        assertThat(section(tree, "features").size()).isGreaterThan(50);
        assertThat(section(tree, "trace").propertyNames())
                .contains("attention", "contributions", "rawLogit", "calibration");
        assertThat(section(tree, "explanation").propertyNames())
                .contains("sentences", "contributions", "heads", "faithfulness", "against");
        assertThat(section(tree, "guard").get("facts").propertyNames()).contains("overridden", "decided");
        assertThat(section(tree, "newTerms").get("terms").get("discount").asDouble())
                .isEqualTo(0.2);
        assertThat(tree.get("sections")
                        .get("decisions")
                        .valueStream()
                        .map(one -> one.get("decision").asString()))
                .containsExactly("approved", "withdrawn", "overridden");
        assertThat(section(tree, "audit").get("lines").size()).isEqualTo(3);
        assertThat(tree.toString()).doesNotContain(folder.toString());
    }

    @Test
    void aPacketHoldsInAnotherWorkspaceWithTheSameData() {
        Path elsewhere = folder.resolve("elsewhere");
        made.market()
                .shell()
                .in(
                        elsewhere,
                        "import",
                        "--json",
                        "--from",
                        made.market().folder().toString())
                .done();
        JsonNode verified = made.market()
                .shell()
                .in(elsewhere, "packet", "verify", "--json", made.packet().toString())
                .done();
        assertThat(failed(verified)).isEmpty();
        assertThat(outcomes(verified)).containsEntry("recomputed", "passed").containsEntry("origin", "not_checked");
    }

    @Test
    void anotherInstallationTrustsTheSignerOnceItIsNamed() {
        Shell stranger = new Shell(folder.resolve("stranger"));
        Path workspace = folder.resolve("strangers");
        stranger.in(
                        workspace,
                        "import",
                        "--json",
                        "--from",
                        made.market().folder().toString())
                .done();
        String call = made.packet().toString();
        Shell.Ran unknown = stranger.in(workspace, "packet", "verify", "--json", call);
        assertThat(unknown.exit()).isEqualTo(1);
        assertThat(failed(unknown.json())).containsExactly("signer");
        assertThat(detail(unknown.json(), "signer")).startsWith("signed by unknown key ");

        String fingerprint = made.market()
                .shell()
                .run("packet", "signer", "--json")
                .done()
                .get("fingerprint")
                .asString();
        JsonNode trusted = stranger.in(workspace, "packet", "verify", "--json", call, "--signer", fingerprint)
                .done();
        assertThat(outcomes(trusted)).containsEntry("signer", "passed").containsEntry("recomputed", "passed");
        assertThat(folder.resolve("stranger").resolve("signing.key")).doesNotExist();
    }

    @Test
    void withoutItsDataOnlyTheSignatureIsVerified() {
        Path poor = folder.resolve("poor");
        Path others = folder.resolve("others");
        Shell shell = made.market().shell();
        shell.run(
                        "generate",
                        "--json",
                        "--merchants",
                        "8",
                        "--deals-per-merchant",
                        "6",
                        "--seed",
                        "9",
                        "--out",
                        others.toString())
                .done();
        shell.in(poor, "import", "--json", "--from", others.toString()).done();
        Shell.Ran ran =
                shell.in(poor, "packet", "verify", "--json", made.packet().toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(failed(ran.json())).containsExactly("data");
        assertThat(outcomes(ran.json())).containsEntry("recomputed", "not_checked");
        assertThat(detail(ran.json(), "data"))
                .contains(section(made.tree(), "data").get("dataHash").asString());

        JsonNode only = shell.run("packet", "verify", "--json", made.packet().toString(), "--signature-only")
                .done();
        assertThat(outcomes(only).keySet())
                .containsExactlyInAnyOrder("form", "sections", "signature", "signer", "agreement", "audit");
    }

    private static Arguments tampering(String what, String step, String named, Consumer<ObjectNode> tampering) {
        return Arguments.of(Named.of(what, tampering), step, named);
    }

    private static Arguments inside(String what, String section, Consumer<ObjectNode> tampering) {
        return tampering(
                what,
                "sections",
                "`%s` was changed".formatted(section),
                tree -> tampering.accept(section(tree, section)));
    }

    private static ObjectNode last(JsonNode array) {
        return (ObjectNode) array.get(array.size() - 1);
    }

    Stream<Arguments> tamperings() {
        return Stream.of(
                inside("score", "score", score -> score.put("score", 0.99)),
                inside("price", "proposal", proposal -> ((ObjectNode) proposal.get("terms")).put("price", 1.5)),
                inside("model hash", "model", model -> model.put("hash", "0123456789abcdef")),
                inside("data hash", "data", data -> data.put("dataHash", "0".repeat(64))),
                inside("seed", "seed", seed -> seed.put("seed", 77)),
                inside(
                        "a feature's value",
                        "features",
                        features ->
                                features.put(features.propertyNames().iterator().next(), 123.5)),
                inside(
                        "a sentence",
                        "explanation",
                        explanation -> ((ArrayNode) explanation.get("sentences")).set(0, "All is well.")),
                inside("the guard's verdict", "guard", guard -> guard.put("allowed", false)),
                inside("an audit line taken out", "audit", audit -> ((ArrayNode) audit.get("lines")).remove(1)),
                inside(
                        "an audit line",
                        "audit",
                        audit -> last(audit.get("lines")).put("actor", "Somebody")),
                tampering(
                        "the comment",
                        "sections",
                        "`decisions` was changed",
                        tree -> last(tree.get("sections").get("decisions")).put("comment", "Never mind")),
                tampering(
                        "overridden becomes approved",
                        "sections",
                        "`decisions` was changed",
                        tree -> last(tree.get("sections").get("decisions")).put("decision", "approved")),
                tampering(
                        "a section of another packet",
                        "sections",
                        "`trace` was changed",
                        tree -> ((ObjectNode) tree.get("sections"))
                                .set(
                                        "trace",
                                        PacketFixture.tree(made.other())
                                                .get("sections")
                                                .get("trace"))),
                tampering(
                        "a section taken out",
                        "sections",
                        "`guard` is missing",
                        tree -> ((ObjectNode) tree.get("sections")).remove("guard")),
                tampering(
                        "the signature of another packet",
                        "signature",
                        "does not fit",
                        tree -> tree.set(
                                "signature", PacketFixture.tree(made.other()).get("signature"))),
                tampering("the score, with its hash", "signature", "does not fit", tree -> {
                    section(tree, "score").put("score", 0.99);
                    PacketFixture.rehash(tree);
                }),
                tampering("the price, signed by the forger", "signer", "signed by unknown key", tree -> {
                    ((ObjectNode) section(tree, "proposal").get("terms")).put("price", 1.5);
                    PacketFixture.resign(tree, SigningKey.create());
                }));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void tamperingIsDetectedAndNamed(Consumer<ObjectNode> tampering, String step, String named) {
        Shell.Ran ran = verify(made.tampered(tampering), "--signature-only");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(failed(ran.json())).contains(step);
        assertThat(detail(ran.json(), step)).contains(named);
    }

    @Test
    void aTruncatedFileIsNoPacket() throws Exception {
        String whole = Files.readString(made.packet());
        Shell.Ran ran = verify(made.written(whole.substring(0, whole.length() / 2)));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.json().get("error").get("message").asString())
                .contains("is no decision packet", "ends too early", "cut off");
    }

    @Test
    void whoHasTheRightKeyCannotChangeTheNumbers() {
        Path forged = made.tampered(tree -> {
            section(tree, "score").put("score", 0.99);
            ((ObjectNode) section(tree, "proposal").get("terms")).put("price", 1.5);
            ((ArrayNode) section(tree, "explanation").get("sentences")).set(0, "All is well.");
            PacketFixture.resign(tree, made.ownKey());
        });
        Shell.Ran ran = verify(forged);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(outcomes(ran.json())).containsEntry("signature", "passed").containsEntry("signer", "passed");
        assertThat(failed(ran.json())).containsExactly("agreement", "recomputed");
        assertThat(detail(ran.json(), "recomputed")).contains("proposal.terms.price is 1.5");
        assertThat(paths(ran.json()))
                .containsExactly("proposal.terms.price", "score.score", "explanation.sentences[0]");
    }

    @Test
    void whoHasTheRightKeyCannotRewriteTheCourseOfDecisions() {
        Path forged = made.tampered(tree -> {
            ObjectNode decision = last(tree.get("sections").get("decisions"));
            decision.put("comment", "Never mind");
            ArrayNode lines = (ArrayNode) section(tree, "audit").get("lines");
            AuditLine line = AuditJson.line(lines.get(lines.size() - 1));
            Map<String, String> facts = new TreeMap<>(line.facts());
            facts.put("comment", "Never mind");
            lines.set(
                    lines.size() - 1,
                    AuditJson.of(AuditChain.next(
                            line.sequence() - 1,
                            line.previousHash(),
                            line.at(),
                            line.actor(),
                            line.session(),
                            line.kind(),
                            line.subject(),
                            facts)));
            PacketFixture.resign(tree, made.ownKey());
        });
        Shell.Ran ran = verify(forged);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(failed(ran.json())).containsExactly("origin");
        assertThat(detail(ran.json(), "origin")).contains("is not in this workspace's log");
    }

    @Test
    void anUndecidedDealTakesAWord() {
        Path file = folder.resolve("undecided.json");
        Shell.Ran refused = made.market().run("packet", "make", "--deal", made.waiting(), "--out", file.toString());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.errLines().getFirst())
                .isEqualTo("No decision on '%s' is in force (--deal).".formatted(made.waiting()));
        assertThat(file).doesNotExist();

        made.market()
                .run("packet", "make", "--json", "--undecided", "--deal", made.waiting(), "--out", file.toString())
                .done();
        assertThat(PacketFixture.tree(file).get("sections").get("decisions").isEmpty())
                .isTrue();
        verify(file, "--signature-only").done();
    }

    @Test
    void theAuditLogTellsOfEveryPacket() {
        JsonNode lines = made.market()
                .run("audit", "show", "--json", "--top", "1000")
                .done()
                .get("lines");
        String packet =
                verify(made.packet(), "--signature-only").done().get("packet").asString();
        assertThat(lines.valueStream()
                        .filter(line -> line.get("kind").asString().equals("packet-written"))
                        .filter(line -> line.get("subject").asString().equals(made.deal()))
                        .map(line -> line.get("facts").get("packet").asString()))
                .containsExactly(packet);
        assertThat(lines.get(0).get("actor").asString()).isEqualTo(System.getProperty("user.name"));
    }
}
