package aidg.engine.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A line of the audit log as JSON, in packets and exports.
public final class AuditJson {

    private static final Set<String> MEMBERS =
            Set.of("sequence", "at", "actor", "session", "kind", "subject", "facts", "previousHash", "hash");

    private AuditJson() {}

    public static ObjectNode of(AuditLine line) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sequence", line.sequence());
        json.put("at", line.at().toString());
        json.put("actor", line.actor());
        json.put("session", line.session());
        json.put("kind", line.kind().code());
        json.put("subject", line.subject());
        ObjectNode facts = json.putObject("facts");
        line.facts().forEach(facts::put);
        json.put("previousHash", line.previousHash());
        json.put("hash", line.hash());
        return json;
    }

    /// Reads `of`.
    ///
    /// @throws IllegalArgumentException saying what is no part of such a line
    public static AuditLine line(JsonNode json) {
        if (!json.isObject()) {
            throw new IllegalArgumentException("it is no line of an audit log");
        }
        Set<String> names = new TreeSet<>(json.propertyNames());
        if (!names.equals(MEMBERS)) {
            throw new IllegalArgumentException(
                    "it has %s where a line of an audit log has %s".formatted(names, new TreeSet<>(MEMBERS)));
        }
        Map<String, String> facts = new TreeMap<>();
        json.get("facts").propertyStream().forEach(fact -> facts.put(fact.getKey(), text(fact.getValue(), "facts")));
        return new AuditLine(
                whole(json, "sequence"),
                instant(text(json.get("at"), "at")),
                text(json.get("actor"), "actor"),
                whole(json, "session"),
                AuditKind.of(text(json.get("kind"), "kind")),
                text(json.get("subject"), "subject"),
                facts,
                text(json.get("previousHash"), "previousHash"),
                text(json.get("hash"), "hash"));
    }

    private static long whole(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("its `%s` is no whole number".formatted(name));
        }
        return value.longValue();
    }

    private static String text(JsonNode value, String name) {
        if (!value.isString()) {
            throw new IllegalArgumentException("its `%s` is no text".formatted(name));
        }
        return value.stringValue();
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("its `at` is no moment: '%s'".formatted(text), e);
        }
    }
}
