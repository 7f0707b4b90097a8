package aidg.engine.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one form of a JSON value that is hashed and signed, however it was indented or ordered: the JSON
/// Canonicalization Scheme (RFC 8785). Names in the order of their UTF-16 code units, no white space, numbers as
/// JavaScript prints doubles.
public final class CanonicalJson {

    /// Every whole number up to this size is a double.
    static final BigInteger LARGEST_WHOLE = BigInteger.TWO.pow(53);

    private static final int LONGEST_PLAIN = 21;
    private static final int SMALLEST_PLAIN = -6;
    private static final int FIRST_PRINTABLE = 0x20;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private CanonicalJson() {}

    /// Reads one value that has one meaning only: no name occurs twice and nothing follows it.
    ///
    /// @throws JacksonException saying what is wrong and where
    public static JsonNode read(byte[] bytes) {
        return STRICT.readTree(bytes);
    }

    /// The value in UTF-8.
    ///
    /// @throws IllegalArgumentException if a number is no double or a text no Unicode
    public static byte[] bytes(JsonNode value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// SHA-256 of `bytes`, 64 hexadecimal digits in lower case.
    ///
    /// @throws IllegalArgumentException as `bytes`
    public static String sha256(JsonNode value) {
        return HexFormat.of().formatHex(AuditChain.sha256().digest(bytes(value)));
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            object(value, out);
        } else if (value.isArray()) {
            String separator = "[";
            for (JsonNode element : value) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(value.isEmpty() ? "[]" : "]");
        } else if (value.isString()) {
            text(value.stringValue(), out);
        } else if (value.isNumber()) {
            out.append(number(value));
        } else if (value.isBoolean() || value.isNull()) {
            out.append(value);
        } else {
            throw new IllegalArgumentException(
                    "a value of kind %s has no canonical form".formatted(value.getNodeType()));
        }
    }

    private static void object(JsonNode value, StringBuilder out) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        value.propertyStream().forEach(property -> sorted.put(property.getKey(), property.getValue()));
        String separator = "{";
        for (Map.Entry<String, JsonNode> property : sorted.entrySet()) {
            out.append(separator);
            text(property.getKey(), out);
            out.append(':');
            write(property.getValue(), out);
            separator = ",";
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static String number(JsonNode value) {
        if (value.isIntegralNumber() && value.bigIntegerValue().abs().compareTo(LARGEST_WHOLE) > 0) {
            throw new IllegalArgumentException(
                    "the whole number %s is too large to be told apart from others".formatted(value));
        }
        return number(value.doubleValue());
    }

    /// As ECMAScript's `Number::toString`.
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s is no number that JSON knows".formatted(value));
        }
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return (value < 0 ? "-" : "") + placed(digits, point);
    }

    /// Java gives two digits where one would do, which is in the last subnormal numbers alone.
    private static BigDecimal shortest(double value) {
        BigDecimal written = new BigDecimal(Double.toString(value));
        BigDecimal rounded = written.round(new MathContext(1));
        return (rounded.doubleValue() == value ? rounded : written).stripTrailingZeros();
    }

    /// @param point where the decimal point stands, counted from before the first digit
    private static String placed(String digits, int point) {
        int count = digits.length();
        if (point > LONGEST_PLAIN || point <= SMALLEST_PLAIN) {
            String rest = count > 1 ? "." + digits.substring(1) : "";
            return "%s%se%s%d".formatted(digits.charAt(0), rest, point > 0 ? "+" : "-", Math.abs(point - 1));
        }
        if (point >= count) {
            return digits + "0".repeat(point - count);
        }
        return point > 0
                ? digits.substring(0, point) + "." + digits.substring(point)
                : "0." + "0".repeat(-point) + digits;
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new IllegalArgumentException("a text holds half a character");
                }
                out.append(c).append(text.charAt(++i));
            } else {
                out.append(escaped(c));
            }
        }
        out.append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < FIRST_PRINTABLE ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c);
        };
    }
}
