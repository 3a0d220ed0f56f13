package id.lapor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerTest {
    private static final String GOOD = "{\"ok\":true,\"answer\":{\"a\":{\"b/c\":[10,null,{\"~\":\"x\"}],\"0\":\"zero\",\"\":1},"
        + "\"q\\\"\":\"tab\\t, \\u00e9, \\ud83d\\ude00, \\/ and \\\\\",\"n\":-2.5,\"t\":true,\"f\":false,\"o\":{},"
        + "\"list\":[],\"s\":\"]},{[\",\"big\":9007199254740992,\"last\":[[1,2],[\"a,b\",{\"x\":[]}],\"\"]}}";
    private static final String BAD = "{\"ok\":false,\"error\":{\"code\":\"bad_value\",\"path\":\"/x\",\"params\":{},"
        + "\"text\":{\"id\":\"i\",\"en\":\"e\"}}}";

    private static final Answer ANSWER = new Answer(Child.utf8(GOOD));

    /** What every getter gives, – for nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "/a/b~1c        | [10,null,{\"~\":\"x\"}] | – | – | – | 3",
        "/a/b~1c/0      | 10     | –    | 10 | –     | –",
        "/a/b~1c/1      | null   | –    | –  | –     | –",
        "/a/b~1c/2/~0   | \"x\"  | x    | –  | –     | –",
        "/a/b~1c/3      | –      | –    | –  | –     | –",
        "/a/b~1c/-      | –      | –    | –  | –     | –",
        "/a/b~1c/-1     | –      | –    | –  | –     | –",
        "/a/b~1c/00     | –      | –    | –  | –     | –",
        "/a/b~1c/+0     | –      | –    | –  | –     | –",
        "/a/b~1c/99999999999999999999 | – | – | – | – | –",
        "/a/0           | \"zero\" | zero | –  | –     | –",
        "/a/            | 1      | –    | 1  | –     | –",
        "/n             | -2.5   | –    | –  | –     | –",
        "/n/x           | –      | –    | –  | –     | –",
        "/s/0           | –      | –    | –  | –     | –",
        "/t             | true   | –    | –  | true  | –",
        "/f             | false  | –    | –  | false | –",
        "/o             | {}     | –    | –  | –     | 0",
        "/o/x           | –      | –    | –  | –     | –",
        "/list          | []     | –    | –  | –     | 0",
        "/list/0        | –      | –    | –  | –     | –",
        "/s             | \"]},{[\" | ]},{[ | – | –   | –",
        "/big           | 9007199254740992 | – | 9007199254740992 | – | –",
        "/last          | [[1,2],[\"a,b\",{\"x\":[]}],\"\"] | – | – | – | 3",
        "/last/0/1      | 2      | –    | 2  | –     | –",
        "/last/1/1/x    | []     | –    | –  | –     | 0",
        "/              | –      | –    | –  | –     | –",
        "/nothing/of/it | –      | –    | –  | –     | –",
        "/answer        | –      | –    | –  | –     | –",
    })
    void gives(String pointer, String raw, String string, String integer, String bool, String length) {
        assertEquals(raw, ANSWER.raw(pointer).orElse("–"));
        assertEquals(string, ANSWER.string(pointer).orElse("–"));
        assertEquals(integer, show(ANSWER.integer(pointer).isPresent(), ANSWER.integer(pointer).orElse(0)));
        assertEquals(bool, ANSWER.bool(pointer).map(String::valueOf).orElse("–"));
        assertEquals(length, show(ANSWER.length(pointer).isPresent(), ANSWER.length(pointer).orElse(0)));
    }

    private static String show(boolean there, long number) {
        return there ? Long.toString(number) : "–";
    }

    @Test
    void unescapes() {
        assertEquals(Optional.of("tab\t, \u00e9, \ud83d\ude00, / and \\"), ANSWER.string("/q\""));
        assertEquals(Optional.of(""), ANSWER.string("/last/2"));
    }

    @Test
    void theWhole() {
        assertTrue(ANSWER.isOk());
        assertEquals(GOOD, ANSWER.json());
        assertEquals(GOOD, ANSWER.toString());
        assertArrayEquals(Child.utf8(GOOD), ANSWER.bytes());
        assertEquals(GOOD.substring(20, GOOD.length() - 1), ANSWER.raw("").orElseThrow());
        assertEquals(10, ANSWER.length("").orElseThrow());
        assertSame(ANSWER, ANSWER.orThrow());
        ANSWER.bytes()[6] = 'f';
        assertTrue(ANSWER.isOk(), "what is handed out is a copy");
    }

    @Test
    void anErrorIsWhatPointersLeadInto() {
        Answer answer = new Answer(Child.utf8(BAD));
        assertFalse(answer.isOk());
        assertEquals(Optional.of("bad_value"), answer.string("/code"));
        ErrorAnswer refused = assertThrows(ErrorAnswer.class, answer::orThrow);
        assertEquals("bad_value", refused.code());
        assertEquals("/x", refused.path());
        assertEquals(Optional.of("i"), refused.answer().string("/text/id"));
        assertEquals("bad_value at \"/x\": e", refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"route", "route/lead", " ", "~", "/~", "/~2", "/a~"})
    void isNoPointer(String pointer) {
        assertThrows(IllegalArgumentException.class, () -> ANSWER.raw(pointer));
        assertThrows(IllegalArgumentException.class, () -> ANSWER.string(pointer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "null", "{\"ok\":true}", "{\"ok\":false,\"answer\":{}}"})
    void isNoEnvelope(String text) {
        assertThrows(IllegalArgumentException.class, () -> new Answer(Child.utf8(text)));
    }
}
