package id.lapor.internal;

import java.util.Map;

/** Writes what a program holds as JSON. */
public final class JsonWriter {
    /** As deep as a request may be (wire §2), and some more, so that it is the library that refuses it. */
    private static final int DEPTH = 100;

    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    /**
     * The JSON of a map of members.
     *
     * @throws IllegalArgumentException for what has no JSON
     */
    public static String write(Map<?, ?> members) {
        JsonWriter writer = new JsonWriter();
        writer.value(members, 0);
        return writer.out.toString();
    }

    private void value(Object value, int depth) {
        if (depth > DEPTH) {
            throw new IllegalArgumentException("a request is not so deep, or holds itself");
        }
        if (value instanceof CharSequence) {
            string(value.toString());
        } else if (value instanceof Map) {
            members((Map<?, ?>) value, depth);
        } else if (value instanceof Iterable) {
            items((Iterable<?>) value, depth);
        } else if (value == null || value instanceof Boolean || isNumber(value)) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("a " + value.getClass().getName() + " has no JSON");
        }
    }

    private static boolean isNumber(Object value) {
        boolean finite = !(value instanceof Double || value instanceof Float)
            || Double.isFinite(((Number) value).doubleValue());
        return value instanceof Number && finite;
    }

    private void members(Map<?, ?> members, int depth) {
        char before = '{';
        for (Map.Entry<?, ?> member : members.entrySet()) {
            out.append(before);
            string(String.valueOf(member.getKey()));
            out.append(':');
            value(member.getValue(), depth + 1);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private void items(Iterable<?> items, int depth) {
        char before = '[';
        for (Object item : items) {
            out.append(before);
            value(item, depth + 1);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private void string(String text) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
