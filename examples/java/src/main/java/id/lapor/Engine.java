package id.lapor;

import id.lapor.internal.Binding;
import id.lapor.internal.JsonWriter;
import id.lapor.internal.Library;
import java.io.IOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The logic of SP4N-LAPOR!: one call, JSON in, an answer out.
 *
 * <p>Making one takes some twenty milliseconds, so a program makes one and keeps it. Any number of threads may call it at once. It is native
 * memory: {@link #close} gives that back, or else the garbage collector some time after the engine is out of reach. A program started with
 * Java 24 or newer states {@code --enable-native-access=ALL-UNNAMED}, see the package.
 */
public final class Engine implements AutoCloseable {
    private static final Cleaner CLEANER = Cleaner.create();
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    private final Handle handle;
    private final Cleaner.Cleanable cleanable;

    private Engine(Handle handle) {
        this.handle = handle;
        this.cleanable = CLEANER.register(this, handle);
    }

    /**
     * An engine of the built-in packs.
     *
     * @return the engine
     * @throws LibraryNotFound if there is no native library
     * @throws AbiMismatch if it is of another release
     * @throws NativeAccessDenied if Java was started so that it refuses native access
     */
    public static Engine open() {
        return builder().build();
    }

    /**
     * An engine with packs and overlays of yours.
     *
     * @return a builder without any
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Calls an operation. A refused request is an answer, too: see {@link Answer#isOk()}.
     *
     * @param op the name, such as {@code triage}
     * @param json the request; with half a surrogate pair in it, which is no text, it is refused as {@code bad_utf8}
     * @return what the library says
     * @throws IllegalStateException if the engine was closed
     */
    public Answer call(String op, String json) {
        return Answer.of(callRaw(utf8(op), utf8(json)));
    }

    /** The text in UTF-8. Java would write a question mark for half a surrogate pair, and nobody would know: such a text becomes no UTF-8. */
    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(c)) {
                bytes = Arrays.copyOf(bytes, bytes.length + 1);
                bytes[bytes.length - 1] = (byte) 0xff;
                return bytes;
            }
        }
        return bytes;
    }

    /**
     * The same with the members of the request as maps, lists, strings, numbers, booleans and nulls.
     *
     * @param op the name, such as {@code triage}
     * @param members such as {@code Map.of("now", Engine.instant(now), "complaint", Map.of("title", title))}
     * @return what the library says
     * @throws IllegalArgumentException if a value among them has no JSON
     * @throws IllegalStateException if the engine was closed
     */
    public Answer call(String op, Map<String, ?> members) {
        return call(op, JsonWriter.write(members));
    }

    /**
     * The same, bytes in and bytes out; whatever is wrong with them is an answer, never an exception.
     *
     * @param op the name in UTF-8
     * @param request the JSON in UTF-8, at most 256 KiB; neither is changed or kept
     * @return the envelope in UTF-8
     * @throws IllegalStateException if the engine was closed
     */
    public byte[] callRaw(byte[] op, byte[] request) {
        Objects.requireNonNull(op, "op");
        Objects.requireNonNull(request, "request");
        try {
            return handle.call(op, request);
        } finally {
            // nobody may hold the engine but this call; its cleaner must wait
            Reference.reachabilityFence(this);
        }
    }

    /** Gives the native memory back as soon as no call is running; from now on none begins. Closing again does nothing. */
    @Override
    public void close() {
        cleanable.clean();
    }

    /**
     * Which library answers: its release, how it is called and where it was found. For logs.
     *
     * @return a line such as {@code lapor 0.1.0, ffm, the jar's /native/linux-x86_64/liblapor.so.1}
     * @throws LibraryNotFound if there is none
     */
    public static String about() {
        return Library.get().about();
    }

    /**
     * A moment as the library reads it, in whole seconds: {@code 2026-11-23T09:00:00+07:00}. The library has no clock.
     *
     * @param at the moment with its offset
     * @return the text
     */
    public static String instant(OffsetDateTime at) {
        return INSTANT.format(at);
    }

    /** Address of the engine in memory, for the measurement of what a call costs. */
    long address() {
        return handle.engine;
    }

    /** What must be freed. It knows nothing of the Engine, which else could never be out of reach. */
    private static final class Handle implements Runnable {
        private final Binding binding;
        private final long engine;
        /** The engine's own hold and one for each call that runs; who takes it to 0 frees. */
        private final AtomicInteger holds = new AtomicInteger(1);
        private volatile boolean closed;

        Handle(Binding binding, long engine) {
            this.binding = binding;
            this.engine = engine;
        }

        byte[] call(byte[] op, byte[] request) {
            hold();
            try {
                return binding.call(engine, op, request);
            } finally {
                release();
            }
        }

        private void hold() {
            int now = holds.get();
            while (!closed && now > 0) {
                if (holds.compareAndSet(now, now + 1)) {
                    return;
                }
                now = holds.get();
            }
            throw new IllegalStateException("the engine was closed");
        }

        private void release() {
            if (holds.decrementAndGet() == 0) {
                binding.freeEngine(engine);
            }
        }

        @Override
        public void run() {
            closed = true;
            release();
        }
    }

    /** Gathers packs and overlays; of two that say the same thing the later one wins. */
    public static final class Builder {
        private final List<byte[]> packs = new ArrayList<>();
        private boolean shared;

        private Builder() {}

        /**
         * Adds a pack or overlay.
         *
         * @param bytes its file's content
         * @return this
         */
        public Builder pack(byte[] bytes) {
            packs.add(bytes.clone());
            return this;
        }

        /**
         * Adds a pack or overlay.
         *
         * @param file its file, which is read now
         * @return this
         * @throws IOException if it cannot be read
         */
        public Builder pack(Path file) throws IOException {
            packs.add(Files.readAllBytes(file));
            return this;
        }

        /**
         * Takes the engine that the process keeps for these packs, or makes it and has it kept: for programs that begin anew with each
         * task, such as a function on Spark. Closing gives back the hold on it alone. The process keeps the eight that were asked for last.
         *
         * @return this
         */
        public Builder shared() {
            shared = true;
            return this;
        }

        /**
         * Makes the engine.
         *
         * @return the engine
         * @throws PackRefused if a pack is refused
         * @throws LibraryNotFound if there is no native library
         * @throws AbiMismatch if it is of another release
         * @throws NativeAccessDenied if Java was started so that it refuses native access
         */
        public Engine build() {
            Binding binding = Library.get().binding();
            long[] engine = new long[1];
            byte[] refused = binding.makeEngine(packs.toArray(new byte[0][]), shared, engine);
            if (refused != null) {
                throw new PackRefused(Answer.of(refused));
            }
            return new Engine(new Handle(binding, engine[0]));
        }
    }
}
