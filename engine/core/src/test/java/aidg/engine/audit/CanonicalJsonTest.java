package aidg.engine.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

final class CanonicalJsonTest {

    private static String canonical(String json) {
        return new String(CanonicalJson.bytes(CanonicalJson.read(json.getBytes(UTF_8))), UTF_8);
    }

    /// RFC 8785, appendix B: bits of a double and how it is written.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void numbersAreWrittenAsTheStandardSays(String bits, String written) {
        assertThat(CanonicalJson.number(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(written);
    }

    /// RFC 8785, section 3.2.3.
    @Test
    void namesAreSortedAndTextsEscapedAsTheStandardSays() {
        assertThat(canonical("""
                        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew", "1": "One",
                         "\\ud83d\\ude00": "Emoji", "\\u0080": "Control", "\\u00f6": "o"}"""))
                .isEqualTo("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"o\","
                        + "\"€\":\"Euro Sign\",\"\ud83d\ude00\":\"Emoji\",\"\ufb33\":\"Hebrew\"}");
        assertThat(canonical("[\"\\u000f\\n\\u0041'\\u0042\\u0022\\u005c\\\\\\\"\\/\"]"))
                .isEqualTo("[\"\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"]");
    }

    @Test
    void howAValueWasIndentedDoesNotMatter() {
        assertThat(canonical("{ \"b\" : [ 1.0 , 2e0, {} , [] ], \"a\": null }"))
                .isEqualTo(canonical("{\"a\":null,\"b\":[1,2,{},[]]}"))
                .isEqualTo("{\"a\":null,\"b\":[1,2,{},[]]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[9007199254740993]", "[1e999]", "[\"\\ud800\"]", "[\"\\udc00\\ud800\"]"})
    void whatCouldBeReadInTwoWaysHasNoForm(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> canonical(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{\"a\":1} {\"b\":2}", "{\"a\":NaN}", "{\"a\":1"})
    void whatHasTwoMeaningsOrNoneIsNotRead(String json) {
        assertThatThrownBy(() -> canonical(json)).isInstanceOf(JacksonException.class);
    }
}
