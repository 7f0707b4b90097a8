package aidg.app;

import aidg.engine.domain.Category;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Records as JSON: money, discounts and categories as plain numbers and names, absent values as null, and
/// never NaN.
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, as((value, json) -> json.writeNumber(value.amount())))
                    .addSerializer(Discount.class, as((value, json) -> json.writeNumber(value.fraction())))
                    .addSerializer(Category.class, as((value, json) -> json.writeString(value.name())))
                    .addSerializer(Double.class, as(Json::finite))
                    .addSerializer(double.class, as(Json::finite)))
            .build();

    private Json() {}

    /// One value, indented.
    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static void finite(Double value, JsonGenerator json) {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
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
}
