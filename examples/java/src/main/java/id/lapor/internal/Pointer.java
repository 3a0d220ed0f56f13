package id.lapor.internal;

/**
 * Finds the value at a JSON pointer (RFC 6901) in the text of an envelope, as lapor's own getters do: the text is walked up to the value
 * and no further. What is walked was written by the library, so it is JSON without white space.
 */
public final class Pointer {
    private final String text;
    private int at;

    private Pointer(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * The value's own text, null if nothing is there.
     *
     * @param json the text
     * @param start where the value begins that the pointer leads into
     * @throws IllegalArgumentException if it is no JSON pointer
     */
    public static String find(String json, int start, String pointer) {
        if (!isOne(pointer)) {
            throw new IllegalArgumentException("a JSON pointer is empty or begins with /, and ~ only begins ~0 or ~1");
        }
        Pointer walk = new Pointer(json, start);
        for (int from = 0; from < pointer.length();) {
            int end = pointer.indexOf('/', from + 1);
            end = end < 0 ? pointer.length() : end;
            String step = pointer.substring(from + 1, end).replace("~1", "/").replace("~0", "~");
            if (!walk.into(step)) {
                return null;
            }
            from = end;
        }
        int from = walk.at;
        walk.skip();
        return json.substring(from, walk.at);
    }

    /** How many items or members the text of a list or an object has; -1 if it is neither. */
    public static int length(String value) {
        Pointer walk = new Pointer(value, 0);
        if (value.charAt(0) != '[' && value.charAt(0) != '{') {
            return -1;
        }
        int count = 0;
        while (walk.next(value.charAt(0) == '{') != null) {
            walk.skip();
            count++;
        }
        return count;
    }

    /** The text of a string value without quotes and escapes. */
    public static String unquote(String value) {
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
        char open = text.charAt(at);
        if (open != '{' && open != '[') {
            return false;
        }
        long wanted = open == '[' ? index(step) : -1;
        long count = 0;
        for (String name = next(open == '{'); name != null; name = next(open == '{')) {
            if (open == '{' ? name.equals(step) : count == wanted) {
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

    /** From the bracket or behind a value to the next value: the name of the member, "" of an item, null at the end. */
    private String next(boolean object) {
        at++;
        if (text.charAt(at - 1) == (object ? '}' : ']') || text.charAt(at) == (object ? '}' : ']')) {
            return null;
        }
        if (!object) {
            return "";
        }
        int from = at;
        skip();
        String name = unquote(text.substring(from, at));
        at++;
        return name;
    }

    /** Goes behind the value that begins here. */
    private void skip() {
        int depth = 0;
        do {
            char c = text.charAt(at);
            if (c == '"') {
                skipString();
                continue;
            }
            if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            } else if (depth == 0) {
                skipWord();
                return;
            }
            at++;
        } while (depth > 0);
    }

    private void skipString() {
        at++;
        while (text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipWord() {
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
    }
}
