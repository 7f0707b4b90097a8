package aidg.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aidg.engine.audit.CanonicalJson;
import aidg.engine.audit.Seal;
import aidg.engine.audit.SigningKey;
import aidg.engine.workspace.SigningKeyFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A small marketplace with two decided deals and a packet of each, and what forgers do with them.
///
/// @param deal    approved, taken back, then overridden with a new price and a comment
/// @param packet  of it
/// @param other   the packet of another deal, approved
/// @param waiting a deal without a decision
record PacketFixture(SmallMarketplace market, Path home, String deal, Path packet, Path other, String waiting) {

    static PacketFixture in(Path folder) {
        SmallMarketplace market = SmallMarketplace.in(folder);
        List<String> allowed = allowed(market);
        String deal = allowed.get(0);
        market.run("decide", "approve", "--json", "--deal", deal).done();
        market.run("decide", "undo", "--json", "--deal", deal).done();
        market.run(
                        "decide",
                        "override",
                        "--json",
                        "--deal",
                        deal,
                        "--reason",
                        "discount_too_deep",
                        "--discount",
                        "0.2",
                        "--accept-guard",
                        "A regular",
                        "--comment",
                        "Asked for by the merchant")
                .done();
        market.run("decide", "approve", "--json", "--deal", allowed.get(1)).done();
        Path packet = folder.resolve("packet.json");
        Path other = folder.resolve("other.json");
        market.run("packet", "make", "--json", "--deal", deal, "--out", packet.toString())
                .done();
        market.run("packet", "make", "--json", "--deal", allowed.get(1), "--out", other.toString())
                .done();
        return new PacketFixture(market, folder.resolve("home"), deal, packet, other, allowed.get(2));
    }

    private static List<String> allowed(SmallMarketplace market) {
        JsonNode rows = market.run("queue", "--json", "--top", "1000").done().get("proposals");
        return IntStream.range(0, rows.size())
                .mapToObj(rows::get)
                .filter(row -> row.get("allowed").asBoolean())
                .map(row -> row.get("dealId").asString())
                .limit(3)
                .toList();
    }

    /// The packet's tree, to be tampered with.
    ObjectNode tree() {
        return tree(packet);
    }

    static ObjectNode tree(Path file) {
        try {
            return (ObjectNode) CanonicalJson.read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static ObjectNode section(ObjectNode tree, String name) {
        return (ObjectNode) tree.get("sections").get(name);
    }

    /// The packet after somebody was at it, as a file.
    Path tampered(Consumer<ObjectNode> tampering) {
        ObjectNode tree = tree();
        tampering.accept(tree);
        return written(tree.toString());
    }

    Path written(String text) {
        try {
            Path file = Files.createTempFile(packet.getParent(), "forged", ".json");
            return Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /// What the careful forger does after tampering: the hashes fit again.
    static void rehash(ObjectNode tree) {
        ObjectNode hashes = (ObjectNode) tree.get("hashes");
        tree.get("sections")
                .propertyStream()
                .forEach(section -> hashes.put(section.getKey(), CanonicalJson.sha256(section.getValue())));
    }

    /// What whoever has a key does: hashes and signature fit again.
    static void resign(ObjectNode tree, SigningKey key) {
        rehash(tree);
        JsonNode sections = tree.remove("sections");
        ObjectNode sealed = Seal.on(tree, "aidg-decision-packet", key);
        tree.setAll(sealed);
        tree.set("sections", sections);
    }

    /// The installation's own key, as a thief has it.
    SigningKey ownKey() {
        assertThat(SigningKeyFile.read(home.resolve("signing.key"))).isInstanceOf(SigningKeyFile.Read.class);
        return ((SigningKeyFile.Read) SigningKeyFile.read(home.resolve("signing.key"))).key();
    }
}
