package id.lapor;

import id.lapor.internal.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The envelope that a call gave. It never changes, needs no closing, and any thread may read it.
 *
 * <p>It holds a copy of the text and not the library's own answer: by JNA, one getter of the library's costs as much as the copy of three
 * kilobytes, about a microsecond, and so nothing native waits for the garbage collector.
 *
 * <p>Getters take a JSON pointer (RFC 6901) such as {@code /route/lead/name} or {@code /findings/0/code}, {@code ""} for the whole. It
 * leads into the value of {@code answer}, or into {@code error} if {@link #isOk()} is false. What is not there, or of another type, is
 * empty, as is a null: only {@link #raw} gives that. What is no JSON pointer is an {@link IllegalArgumentException}. A getter walks the
 * text up to the value; who needs most of a large answer gives {@link #bytes()} to a JSON library.
 */
public final class Answer {
    private static final String OK = "{\"ok\":true,\"answer\":";
    private static final String ERROR = "{\"ok\":false,\"error\":";

    private final byte[] bytes;
    private String json;

    /**
     * An answer of an envelope, for example one that was kept.
     *
     * @param envelope UTF-8, as {@link #bytes()} or {@link Engine#callRaw} gave it
     * @throws IllegalArgumentException if it does not begin as an envelope
     */
    public Answer(byte[] envelope) {
        bytes = envelope.clone();
        if (!json().startsWith(OK) && !json().startsWith(ERROR)) {
            throw new IllegalArgumentException("no envelope of lapor's");
        }
    }

    /** Of bytes that nobody else has. */
    private Answer(byte[] bytes, boolean ours) {
        this.bytes = bytes;
    }

    static Answer of(byte[] bytes) {
        return new Answer(bytes, true);
    }

    /**
     * Whether there is an answer. What is wrong with a complaint is not asked here: that is in {@code /findings}.
     *
     * @return false if the request was refused
     */
    public boolean isOk() {
        return bytes[6] == 't';
    }

    /**
     * The envelope's text, the same in every host.
     *
     * @return {@code {"ok":true,"answer":{…}}} or {@code {"ok":false,"error":{…}}}
     */
    public String json() {
        if (json == null) {
            json = new String(bytes, StandardCharsets.UTF_8);
        }
        return json;
    }

    /**
     * The same in UTF-8.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The string at a JSON pointer.
     *
     * @param pointer where it stands
     * @return the text without quotes and escapes; empty if there is no string
     */
    public Optional<String> string(String pointer) {
        return find(pointer).map(Pointer::string);
    }

    /**
     * The whole number at a JSON pointer.
     *
     * @param pointer where it stands
     * @return the number; empty if there is none, or a decimal
     */
    public OptionalLong integer(String pointer) {
        String value = raw(pointer).orElse("");
        // the wire has whole numbers within 2^53
        return value.matches("-?[0-9]{1,16}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /**
     * The truth value at a JSON pointer.
     *
     * @param pointer where it stands
     * @return true or false; empty if there is neither
     */
    public Optional<Boolean> bool(String pointer) {
        return raw(pointer).filter(value -> value.equals("true") || value.equals("false")).map(Boolean::valueOf);
    }

    /**
     * How many items the list, or members the object, at a JSON pointer has.
     *
     * @param pointer where it stands
     * @return the number; empty if there is neither
     */
    public OptionalInt length(String pointer) {
        int length = find(pointer).map(Pointer::length).orElse(-1);
        return length < 0 ? OptionalInt.empty() : OptionalInt.of(length);
    }

    /**
     * The value at a JSON pointer as JSON: for decimals, for null, for handing a part on.
     *
     * @param pointer where it stands
     * @return its text as it stands in the envelope; empty if nothing is there
     */
    public Optional<String> raw(String pointer) {
        return find(pointer).map(Pointer::raw);
    }

    private Optional<Pointer> find(String pointer) {
        return Optional.ofNullable(Pointer.find(bytes, (isOk() ? OK : ERROR).length(), pointer));
    }

    /**
     * This answer, if it is one.
     *
     * @return this
     * @throws ErrorAnswer if the request was refused
     */
    public Answer orThrow() {
        if (isOk()) {
            return this;
        }
        throw new ErrorAnswer(this);
    }

    /** The envelope's text. */
    @Override
    public String toString() {
        return json();
    }
}
