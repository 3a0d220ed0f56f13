package id.lapor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no caller should send: it is answered, and the engine goes on. */
final class EdgeTest {
    /** Largest request (wire §2). */
    private static final int LIMIT = 256 << 10;

    private static final String NOW = "{\"now\":\"2026-11-23T09:00:00+07:00\"";

    private static Engine engine;

    @BeforeAll
    static void open() {
        engine = Engine.open();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** Each char is one byte. */
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String text(int bytes) {
        return "{\"text\":\"" + "a".repeat(bytes - 11) + "\"}";
    }

    private static String triage(String members) {
        return NOW + ",\"complaint\":{" + members + "}}";
    }

    /** What it is, operation, request, both with a char for each byte, the code or null, the path. */
    static Stream<Arguments> edges() {
        return Stream.of(
            arguments("no request", "engine.info", "", "bad_json", ""),
            arguments("null", "engine.info", "null", "wrong_type", ""),
            arguments("a list", "engine.info", "[1]", "wrong_type", ""),
            arguments("an empty list", "engine.info", "[]", null, ""),
            arguments("a number", "engine.info", "1", "wrong_type", ""),
            arguments("white space around it", "engine.info", " \n\t{} \n", null, ""),
            arguments("two requests", "engine.info", "{}{}", "bad_json", ""),
            arguments("a NUL behind it", "engine.info", "{}\0", "bad_json", ""),
            arguments("a NUL inside a string", "text.normalize", "{\"text\":\"a\0b\"}", "bad_json", ""),
            arguments("an escaped NUL", "text.normalize", "{\"text\":\"a\\u0000b\"}", null, ""),
            arguments("half a surrogate pair", "text.normalize", "{\"text\":\"\\ud83d\"}", "bad_json", ""),
            arguments("a byte order mark", "engine.info", "\u00ef\u00bb\u00bf{}", "bad_json", ""),
            arguments("not UTF-8", "text.normalize", "{\"text\":\"jalan \u00ff\"}", "bad_utf8", ""),
            arguments("UTF-8 that is cut off", "text.normalize", "{\"text\":\"jalan \u00c3", "bad_utf8", ""),
            arguments("a surrogate in UTF-8", "text.normalize", "{\"text\":\"\u00ed\u00a0\u0080\"}", "bad_utf8", ""),
            arguments("Java's modified UTF-8", "text.normalize", "{\"text\":\"\u00c0\u0080\"}", "bad_utf8", ""),
            arguments("UTF-16", "engine.info", "{\0}\0", "bad_json", ""),
            arguments("no operation", "", "{}", "unknown_op", ""),
            arguments("an unknown operation", "no.such", "{}", "unknown_op", ""),
            arguments("an operation in capitals", "TRIAGE", "{}", "unknown_op", ""),
            arguments("an operation with a NUL", "triage\0", "{}", "unknown_op", ""),
            arguments("an operation that is not UTF-8", "triage\u00ff", "{}", "bad_utf8", ""),
            arguments("a long operation", "a".repeat(1 << 20), "{}", "unknown_op", ""),
            arguments("the largest request", "text.normalize", text(LIMIT), null, ""),
            arguments("one byte more", "text.normalize", text(LIMIT + 1), "too_large", ""),
            arguments("forty times as much", "text.normalize", text(40 * LIMIT), "too_large", ""),
            arguments("too deep", "engine.info", "[".repeat(1000) + "]".repeat(1000), "too_deep", ""),
            arguments("far too deep", "engine.info", "[".repeat(200_000), "too_deep", ""),
            arguments("an unknown member", "triage", triage("\"titel\":\"x\""), "unknown_field", "/complaint/titel"),
            arguments("no complaint", "triage", NOW + "}", "missing_field", "/complaint"),
            arguments("a complaint of nothing", "triage", triage(""), null, ""),
            arguments("null members", "triage", triage("\"title\":null,\"location\":null"), null, ""),
            arguments("a number for a text", "triage", triage("\"title\":1"), "wrong_type", "/complaint/title"),
            arguments("an unknown wire", "engine.info", "{\"wire\":2}", "bad_value", "/wire"),
            arguments("a number out of range", "calendar.add", "{\"from\":\"2026-11-23\",\"length\":1e400}", "bad_json", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edges")
    void isAnswered(String name, String op, String request, String code, String path) {
        Answer answer = Answer.of(engine.callRaw(bytes(op), bytes(request)));
        assertEquals(code == null, answer.isOk());
        if (code != null) {
            assertEquals(code + " at " + path, answer.string("/code").orElse("") + " at " + answer.string("/path").orElse(""));
            assertFalse(answer.string("/text/id").orElse("").isEmpty());
        }
        assertTrue(engine.call("engine.info", "{}").isOk());
    }

    @Test
    void everyBeginningOfARequestIsAnswered() {
        String request = "{\"from\":\"2026-12-22\",\"length\":3,\"unit\":\"working_days\",\"region\":null,\"collective_leave\":true}";
        for (int length = 0; length < request.length(); length++) {
            Answer answer = engine.call("calendar.add", request.substring(0, length));
            assertEquals("bad_json", answer.string("/code").orElse("none"), request.substring(0, length));
        }
        assertTrue(engine.call("calendar.add", request).isOk());
    }

    @Test
    void theRequestIsNotChanged() {
        byte[] op = bytes("text.normalize");
        byte[] request = bytes("{\"text\":\"jln rusak\"}");
        engine.callRaw(op, request);
        assertEquals("text.normalize", new String(op, StandardCharsets.ISO_8859_1));
        assertEquals("{\"text\":\"jln rusak\"}", new String(request, StandardCharsets.ISO_8859_1));
    }

    @Test
    void nullIsAMistakeOfTheProgram() {
        byte[] some = bytes("{}");
        assertThrows(NullPointerException.class, () -> engine.callRaw(null, some));
        assertThrows(NullPointerException.class, () -> engine.callRaw(some, null));
        assertThrows(NullPointerException.class, () -> engine.call(null, "{}"));
        assertThrows(NullPointerException.class, () -> engine.call("triage", (String) null));
        assertThrows(NullPointerException.class, () -> Engine.builder().pack((byte[]) null));
    }

    @Test
    void aCharacterOutsideTheFirstPlaneGoesThereAndBack() {
        Answer answer = engine.call("text.normalize", Map.of("text", "jalan \ud83d\ude00 rusak \u0000 \" \\ \n"));
        assertTrue(answer.isOk(), answer.json());
        assertTrue(answer.string("/text").orElseThrow().startsWith("jalan"), answer.json());
        Answer half = engine.call("text.normalize", Map.of("text", "half \ud83d of a pair"));
        assertEquals("bad_utf8", half.string("/code").orElse("none"), "a question mark in its place would change what a citizen wrote");
    }

    @Test
    void aFaultInsideIsAnAnswerAndTheEngineGoesOn() throws Exception {
        Child child = Child.run(Map.of(), "-Dlapor.library=" + Child.made("panic"), "-cp",
            Child.classPath(Child.tests(), Child.jar(), Child.jna()), "id.lapor.Fault");
        assertEquals(0, child.exit, child.err);
        String[] lines = child.out.split("\n");
        assertEquals(6, lines.length, child.out);
        for (int at = 0; at < lines.length; at += 2) {
            Answer answer = new Answer(Child.utf8(lines[at]));
            assertEquals("internal", answer.string("/code").orElse("none"));
            assertEquals("true", lines[at + 1]);
        }
        assertFalse(child.out.contains("Jalan"));
        assertFalse(child.err.contains("Jalan"));
        assertFalse(child.err.contains("asked for by test.panic"), child.err);
        // the library that is shipped has no such operation
        assertEquals("unknown_op", engine.call("test.panic", "{}").string("/code").orElse("none"));
    }
}
