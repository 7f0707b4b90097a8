package aidg.engine.packet;

import aidg.engine.audit.AuditExport;
import aidg.engine.audit.CanonicalJson;
import aidg.engine.audit.ProofStep;
import aidg.engine.audit.PublicSigner;
import aidg.engine.audit.Seal;
import aidg.engine.audit.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A decision packet as a file: named sections, the SHA-256 of each in canonical form, and a signature over those
/// hashes. So a section that was tampered with can be named, and the file may be indented anew.
public final class PacketFile {

    /// The file's `format`, and what its signature is for.
    public static final String FORMAT = "aidg-decision-packet";

    /// Version of the form that this program writes and reads.
    public static final int VERSION = 1;

    private static final Set<String> MEMBERS = Set.of("format", "version", "hashes", "signer", "signature", "sections");
    private static final JsonMapper INDENTED =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final ObjectNode tree;

    private PacketFile(ObjectNode tree) {
        this.tree = tree;
    }

    /// What came of reading a file.
    public sealed interface Reading {}

    /// It has the form of a packet; whether it is genuine is for `PacketCheck`.
    public record Read(PacketFile packet) implements Reading {}

    /// It is none.
    ///
    /// @param what what is wrong, for people
    public record Refused(String what) implements Reading {}

    /// Signs sections.
    ///
    /// @param sections by name, in the order of the file; each as JSON reads it back
    static PacketFile signed(Map<String, JsonNode> sections, SigningKey key) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("format", FORMAT);
        head.put("version", VERSION);
        ObjectNode hashes = head.putObject("hashes");
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        sections.forEach((name, section) -> {
            hashes.put(name, CanonicalJson.sha256(section));
            content.set(name, section);
        });
        ObjectNode tree = Seal.on(head, FORMAT, key);
        tree.set("sections", content);
        return new PacketFile(tree);
    }

    /// Reads a file.
    public static Reading read(byte[] bytes) {
        try {
            JsonNode tree = CanonicalJson.read(bytes);
            return tree instanceof ObjectNode object ? read(object) : new Refused("it is no JSON object");
        } catch (UnexpectedEndOfInputException e) {
            return new Refused("it ends too early, in line %d: it was cut off"
                    .formatted(e.getLocation().getLineNr()));
        } catch (JacksonException e) {
            return new Refused("it is no JSON from line %d on: %s"
                    .formatted(e.getLocation().getLineNr(), firstLine(e.getOriginalMessage())));
        }
    }

    private static Reading read(ObjectNode tree) {
        if (!tree.path("format").asString("").equals(FORMAT)) {
            return new Refused("its `format` is not %s".formatted(FORMAT));
        }
        if (tree.path("version").asInt(0) != VERSION) {
            return new Refused("it has version %s, and this program reads %d".formatted(tree.path("version"), VERSION));
        }
        if (!new TreeSet<>(tree.propertyNames()).equals(MEMBERS)) {
            return new Refused("it has the members %s where a packet has %s"
                    .formatted(new TreeSet<>(tree.propertyNames()), new TreeSet<>(MEMBERS)));
        }
        if (!tree.path("hashes").isObject() || !tree.path("sections").isObject()) {
            return new Refused("its `hashes` or its `sections` are no objects");
        }
        return new Read(new PacketFile(tree));
    }

    /// The file, in UTF-8.
    public byte[] bytes() {
        return (INDENTED.writeValueAsString(tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// A section; a missing one is empty.
    public JsonNode section(String name) {
        return tree.path("sections").path(name);
    }

    /// Of which deal it tells, by its own words.
    public String dealId() {
        return section(PacketContent.PACKET).path("dealId").asString("");
    }

    /// SHA-256 over what was signed: the packet's name in the audit log.
    public String hash() {
        ObjectNode head = tree.deepCopy();
        head.remove("sections");
        return CanonicalJson.sha256(head);
    }

    /// Verifies that the sections are those that were signed, the signature and the signer.
    ///
    /// @param known whether a signer is trusted
    List<ProofStep> seal(Predicate<PublicSigner> known) {
        List<String> altered = altered();
        List<ProofStep> steps = new ArrayList<>();
        steps.add(ProofStep.of(
                "sections",
                altered.isEmpty(),
                "all %d sections have the hashes that were signed"
                        .formatted(section().size()),
                String.join("; ", altered)));
        ObjectNode head = tree.deepCopy();
        head.remove("sections");
        steps.addAll(AuditExport.seal(head, FORMAT, known));
        return steps;
    }

    private JsonNode section() {
        return tree.path("sections");
    }

    /// Which sections are not those of the list of hashes.
    private List<String> altered() {
        Set<String> names = new LinkedHashSet<>(PacketContent.SECTIONS);
        names.addAll(tree.path("hashes").propertyNames());
        names.addAll(section().propertyNames());
        List<String> altered = new ArrayList<>();
        for (String name : names) {
            String hash = tree.path("hashes").path(name).asString("");
            if (!section().has(name)) {
                altered.add("`%s` is missing".formatted(name));
            } else if (hash.isEmpty()) {
                altered.add("`%s` was added: it is not among the hashes".formatted(name));
            } else if (!hash.equals(hash(section().get(name)))) {
                altered.add("`%s` was changed after it was hashed".formatted(name));
            }
        }
        return altered;
    }

    private static String hash(JsonNode section) {
        try {
            return CanonicalJson.sha256(section);
        } catch (IllegalArgumentException e) {
            return "none";
        }
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse("");
    }
}
