package aidg.engine.packet;

import aidg.engine.audit.CanonicalJson;
import aidg.engine.domain.Category;
import aidg.engine.domain.DealTerms;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import aidg.engine.domain.OverrideReason;
import aidg.engine.review.Decision;
import aidg.engine.review.Decision.Approved;
import aidg.engine.review.Decision.Overridden;
import aidg.engine.review.Decision.Withdrawn;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The engine's records as JSON in packets: money, discounts and categories as plain numbers and names, absent
/// values as null, whole numbers that are no doubles as text.
final class PacketJson {

    private static final long LARGEST_WHOLE = 1L << 53;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, as((value, json) -> json.writeNumber(value.amount())))
                    .addSerializer(Discount.class, as((value, json) -> json.writeNumber(value.fraction())))
                    .addSerializer(Category.class, as((value, json) -> json.writeString(value.name())))
                    .addSerializer(Long.class, as(PacketJson::whole))
                    .addSerializer(long.class, as(PacketJson::whole))
                    .addSerializer(Double.class, as(PacketJson::finite))
                    .addSerializer(double.class, as(PacketJson::finite)))
            .build();

    private PacketJson() {}

    /// A value as it is when read back from a file.
    static JsonNode tree(@Nullable Object value) {
        return CanonicalJson.read(MAPPER.writeValueAsBytes(value));
    }

    private static void finite(Double value, JsonGenerator json) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }

    private static void whole(Long value, JsonGenerator json) {
        if (Math.abs(value) <= LARGEST_WHOLE) {
            json.writeNumber(value);
        } else {
            json.writeString(value.toString());
        }
    }

    private static <T> ValueSerializer<T> as(BiConsumer<T, JsonGenerator> write) {
        return new ValueSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                write.accept(value, json);
            }
        };
    }

    /// A line of the decision log.
    static ObjectNode of(Decision decision) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sequence", decision.sequence());
        json.put("dealId", decision.dealId());
        json.put("decision", decision.verdict().code());
        json.put("at", decision.at().toString());
        json.put("score", decision.score());
        json.put("modelHash", decision.modelHash());
        switch (decision.verdict()) {
            case Approved a -> {}
            case Withdrawn(long undone) -> json.put("undone", undone);
            case Overridden(OverrideReason reason, DealTerms terms, String comment) -> {
                json.put("reason", reason.code());
                json.put("comment", comment);
                json.set("newTerms", tree(terms));
            }
        }
        return json;
    }

    /// Reads `of`.
    ///
    /// @throws IllegalArgumentException saying what is no part of a decision
    static Decision decision(JsonNode json) {
        String verdict = json.path("decision").asString("");
        return new Decision(
                json.path("sequence").asLong(0),
                json.path("dealId").asString(""),
                switch (verdict) {
                    case "approved" -> new Approved();
                    case "withdrawn" -> new Withdrawn(json.path("undone").asLong(0));
                    case "overridden" ->
                        new Overridden(
                                OverrideReason.of(json.path("reason").asString("")),
                                terms(json.path("newTerms")),
                                json.path("comment").asString(""));
                    default -> throw new IllegalArgumentException("'%s' is no decision".formatted(verdict));
                },
                instant(json.path("at").asString("")),
                json.path("score").asDouble(-1),
                json.path("modelHash").asString(""));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is no moment".formatted(text), e);
        }
    }

    private static @Nullable DealTerms terms(JsonNode json) {
        return json.isNull() || json.isMissingNode()
                ? null
                : new DealTerms(
                        new Discount(json.path("discount").asDouble(-1)),
                        Money.of(json.path("price").asDouble(0)),
                        json.path("durationDays").asInt(0),
                        new Category(
                                Objects.requireNonNull(json.path("category").asString(""))));
    }
}
