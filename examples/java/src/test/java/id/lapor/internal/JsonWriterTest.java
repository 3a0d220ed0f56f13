package id.lapor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class JsonWriterTest {
    static Stream<Arguments> values() {
        return Stream.of(
            Arguments.of("jalan", "\"jalan\""),
            Arguments.of("\"\\/\b\t\n\u0000\u001f\u007f é 😀", "\"\\\"\\\\/\\u0008\\u0009\\u000a\\u0000\\u001f\u007f é 😀\""),
            Arguments.of(new StringBuilder("x"), "\"x\""),
            Arguments.of(3, "3"),
            Arguments.of(-3L, "-3"),
            Arguments.of(106.8, "106.8"),
            Arguments.of(new BigDecimal("-6.20"), "-6.20"),
            Arguments.of(true, "true"),
            Arguments.of(null, "null"),
            Arguments.of(List.of(), "[]"),
            Arguments.of(Arrays.asList(1, null, "a"), "[1,null,\"a\"]"),
            Arguments.of(Map.of(), "{}"),
            Arguments.of(Map.of("a\"", List.of(Map.of("b", 1))), "{\"a\\\"\":[{\"b\":1}]}"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writes(Object value, String json) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("first", value);
        members.put("then", 1);
        assertEquals("{\"first\":" + json + ",\"then\":1}", JsonWriter.write(members));
    }

    static Stream<Object> without() {
        return Stream.of(Double.NaN, Double.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, LocalDate.EPOCH, new int[] {1}, 'c');
    }

    @ParameterizedTest
    @MethodSource("without")
    void refuses(Object value) {
        Map<String, Object> members = Map.of("secret", List.of("Jalan", value));
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> JsonWriter.write(members));
        assertEquals(-1, refused.getMessage().indexOf("Jalan"));
    }

    @Test
    void whatHoldsItselfIsRefused() {
        List<Object> list = new ArrayList<>();
        list.add(list);
        assertThrows(IllegalArgumentException.class, () -> JsonWriter.write(Map.of("list", list)));
    }
}
