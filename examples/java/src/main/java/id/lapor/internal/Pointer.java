package id.lapor.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The value at a JSON pointer (RFC 6901) in the bytes of an envelope, found as lapor's own getters find it: the bytes are walked up to the
 * value and no further, and none but the value's are made a string. The library wrote them, so they are JSON without white space.
 */
public final class Pointer {
    /** What comes next: nothing, the member that is looked for, another. */
    private static final int END = 0;
    private static final int NAMED = 1;
    private static final int OTHER = 2;

    private final byte[] text;
    private int at;

    private Pointer(byte[] text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * The value, null if nothing is there.
     *
     * @param json UTF-8
     * @param start where the value begins that the pointer leads into
     * @throws IllegalArgumentException if it is no JSON pointer
     */
    public static Pointer find(byte[] json, int start, String pointer) {
        if (!isOne(pointer)) {
            throw new IllegalArgumentException("a JSON pointer is empty or begins with /, and ~ only begins ~0 or ~1");
        }
        Pointer walk = new Pointer(json, start);
        for (int from = 0; from < pointer.length();) {
            int end = pointer.indexOf('/', from + 1);
            end = end < 0 ? pointer.length() : end;
            String step = pointer.substring(from + 1, end);
            if (!walk.into(step.indexOf('~') < 0 ? step : step.replace("~1", "/").replace("~0", "~"))) {
                return null;
            }
            from = end;
        }
        return walk;
    }

    /** The value's own text. */
    public String raw() {
        Pointer end = new Pointer(text, at);
        end.skip();
        return new String(text, at, end.at - at, StandardCharsets.UTF_8);
    }

    /** The text of a string without quotes and escapes; null for another value. */
    public String string() {
        return text[at] == '"' ? unquote(raw()) : null;
    }

    /** How many items or members a list or an object has; -1 for another value. */
    public int length() {
        boolean object = text[at] == '{';
        if (!object && text[at] != '[') {
            return -1;
        }
        Pointer walk = new Pointer(text, at);
        int count = 0;
        while (walk.next(object, null) != END) {
            walk.skip();
            count++;
        }
        return count;
    }

    private static String unquote(String value) {
        String inside = value.substring(1, value.length() - 1);
        if (inside.indexOf('\\') < 0) {
            return inside;
        }
        StringBuilder out = new StringBuilder(inside.length());
        for (int at = 0; at < inside.length(); at++) {
            char c = inside.charAt(at);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            c = inside.charAt(++at);
            if (c == 'u') {
                out.append((char) Integer.parseInt(inside.substring(at + 1, at + 5), 16));
                at += 4;
            } else {
                int known = "bfnrt".indexOf(c);
                out.append(known < 0 ? c : "\b\f\n\r\t".charAt(known));
            }
        }
        return out.toString();
    }

    private static boolean isOne(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            return false;
        }
        for (int at = pointer.indexOf('~'); at >= 0; at = pointer.indexOf('~', at + 1)) {
            if (at + 1 == pointer.length() || "01".indexOf(pointer.charAt(at + 1)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Goes to a member or an item of the value that begins here; false if there is none. */
    private boolean into(String step) {
        boolean object = text[at] == '{';
        if (!object && text[at] != '[') {
            return false;
        }
        byte[] name = object ? step.getBytes(StandardCharsets.UTF_8) : null;
        long wanted = object ? -1 : index(step);
        long count = 0;
        for (int next = next(object, name); next != END; next = next(object, name)) {
            if (next == NAMED || count == wanted) {
                return true;
            }
            skip();
            count++;
        }
        return false;
    }

    /** The number of an item, -1 for what is none: no sign, no leading zero. */
    private static long index(String step) {
        boolean digits = !step.isEmpty() && step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (step.length() == 1 || step.charAt(0) != '0') ? Long.parseLong(step) : -1;
    }

    /** From the opening bracket, or from behind a value, to the next value: whether there is one, and whether it has that name. */
    private int next(boolean object, byte[] wanted) {
        byte close = (byte) (object ? '}' : ']');
        boolean empty = text[at] != ',' && text[at + 1] == close;
        if (empty || text[at] == close) {
            return END;
        }
        at++;
        if (!object) {
            return OTHER;
        }
        int from = at;
        skipString();
        boolean named = wanted != null && isNamed(from, at, wanted);
        at++;
        return named ? NAMED : OTHER;
    }

    private boolean isNamed(int from, int to, byte[] wanted) {
        if (Arrays.equals(text, from + 1, to - 1, wanted, 0, wanted.length)) {
            return true;
        }
        // an escape in a name is rare: the wire has none
        for (int here = from; here < to; here++) {
            if (text[here] == '\\') {
                String name = new String(text, from, to - from, StandardCharsets.UTF_8);
                return Arrays.equals(unquote(name).getBytes(StandardCharsets.UTF_8), wanted);
            }
        }
        return false;
    }

    /** Goes behind the value that begins here. */
    private void skip() {
        int depth = 0;
        do {
            switch (text[at]) {
                case '"':
                    skipString();
                    break;
                case '{':
                case '[':
                    depth++;
                    at++;
                    break;
                case '}':
                case ']':
                    depth--;
                    at++;
                    break;
                default:
                    at++;
                    if (depth == 0) {
                        skipWord();
                    }
            }
        } while (depth > 0);
    }

    private void skipString() {
        int here = at + 1;
        while (text[here] != '"') {
            here += text[here] == '\\' ? 2 : 1;
        }
        at = here + 1;
    }

    private void skipWord() {
        while (at < text.length && text[at] != ',' && text[at] != ']' && text[at] != '}') {
            at++;
        }
    }
}
