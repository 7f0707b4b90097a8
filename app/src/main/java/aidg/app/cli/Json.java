package aidg.app.cli;

import aidg.engine.domain.Category;
import aidg.engine.domain.Discount;
import aidg.engine.domain.Money;
import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Records as JSON: money, discounts and categories as plain numbers and names, absent values as null, and never NaN.
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.ALWAYS))
            .addModule(new SimpleModule()
                    .addSerializer(Money.class, new MoneyAsNumber())
                    .addSerializer(Discount.class, new DiscountAsNumber())
                    .addSerializer(Category.class, new CategoryAsName())
                    .addSerializer(Double.class, new FiniteOrNull())
                    .addSerializer(double.class, new FiniteOrNull()))
            .build();

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private static final class MoneyAsNumber extends ValueSerializer<Money> {
        @Override
        public void serialize(Money value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.amount());
        }
    }

    private static final class DiscountAsNumber extends ValueSerializer<Discount> {
        @Override
        public void serialize(Discount value, JsonGenerator json, SerializationContext context) {
            json.writeNumber(value.fraction());
        }
    }

    private static final class CategoryAsName extends ValueSerializer<Category> {
        @Override
        public void serialize(Category value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.name());
        }
    }

    private static final class FiniteOrNull extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializationContext context) {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }
}
