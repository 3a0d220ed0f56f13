package id.lapor.internal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import id.lapor.AbiMismatch;
import java.io.File;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;

/** By java.lang.foreign, Java 22 and newer. Pointers are {@code long}: nothing here is read but by a length that the library gave. */
final class FfmBinding implements Binding {
    private static final long WORD = 8;
    private static final FunctionDescriptor MAKE =
        FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS);

    private static final List<String> NAMES = List.of("lapor_version", "lapor_engine_new", "lapor_engine_shared",
        "lapor_engine_free", "lapor_call", "lapor_answer_json", "lapor_answer_free");

    /** The library; set before {@link Functions} is first used. */
    private static SymbolLookup library;

    private FfmBinding() {}

    static Binding open(String name) {
        if (ADDRESS.byteSize() != WORD) {
            throw new UnsatisfiedLinkError("lapor needs a Java of 64 bits");
        }
        SymbolLookup opened = opened(name);
        int found = -1;
        try {
            found = (int) handle(opened, "lapor_abi_version", FunctionDescriptor.of(JAVA_INT)).invokeExact();
            if (found == ABI) {
                // before Functions is touched: a class that failed to load once says nothing the second time
                NAMES.forEach(function -> address(opened, function));
            }
        } catch (NoSuchElementException lacking) {
            throw new AbiMismatch(name, ABI, found, lacking);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
        if (found != ABI) {
            throw new AbiMismatch(name, ABI, found, null);
        }
        library = opened;
        return new FfmBinding();
    }

    private static SymbolLookup opened(String name) {
        try {
            return name.contains(File.separator)
                ? SymbolLookup.libraryLookup(Path.of(name), Arena.global())
                : SymbolLookup.libraryLookup(name, Arena.global());
        } catch (IllegalArgumentException refused) {
            throw (Error) new UnsatisfiedLinkError(refused.getMessage()).initCause(refused);
        }
    }

    private static MemorySegment address(SymbolLookup from, String name) {
        return from.find(name).orElseThrow(() -> new NoSuchElementException(name));
    }

    private static MethodHandle handle(SymbolLookup from, String name, FunctionDescriptor type) {
        return Linker.nativeLinker().downcallHandle(address(from, name), type);
    }

    /** Handles in static finals, which alone the compiler sees through. */
    private static final class Functions {
        static final MethodHandle VERSION = handle(library, "lapor_version", FunctionDescriptor.of(ADDRESS));
        static final MethodHandle NEW = handle(library, "lapor_engine_new", MAKE);
        static final MethodHandle SHARED = handle(library, "lapor_engine_shared", MAKE);
        static final MethodHandle FREE = handle(library, "lapor_engine_free", FunctionDescriptor.ofVoid(JAVA_LONG));
        static final MethodHandle CALL = handle(library, "lapor_call",
            FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS, JAVA_LONG, ADDRESS));
        static final MethodHandle JSON =
            handle(library, "lapor_answer_json", FunctionDescriptor.of(JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS));
        static final MethodHandle ANSWER_FREE =
            handle(library, "lapor_answer_free", FunctionDescriptor.ofVoid(JAVA_LONG));

        private Functions() {}
    }

    @Override
    public String name() {
        return "ffm";
    }

    @Override
    public String version() {
        try {
            MemorySegment text = (MemorySegment) Functions.VERSION.invokeExact();
            return text.reinterpret(Long.MAX_VALUE).getString(0);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    @Override
    public byte[] makeEngine(byte[][] packs, boolean shared, long[] engine) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment list = arena.allocate(MemoryLayout.sequenceLayout(2L * packs.length, JAVA_LONG));
            for (int at = 0; at < packs.length; at++) {
                list.setAtIndex(JAVA_LONG, 2L * at, arena.allocateFrom(JAVA_BYTE, packs[at]).address());
                list.setAtIndex(JAVA_LONG, 2L * at + 1, packs[at].length);
            }
            MemorySegment out = arena.allocate(2 * WORD, WORD);
            MemorySegment error = out.asSlice(WORD, WORD);
            int status = shared
                ? (int) Functions.SHARED.invokeExact(list, (long) packs.length, out, error)
                : (int) Functions.NEW.invokeExact(list, (long) packs.length, out, error);
            engine[0] = out.get(JAVA_LONG, 0);
            return status == OK ? null : taken(error.get(JAVA_LONG, 0), status, out);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    @Override
    public void freeEngine(long engine) {
        try {
            Functions.FREE.invokeExact(engine);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    @Override
    public byte[] call(long engine, byte[] op, byte[] request) {
        try (Arena arena = Arena.ofConfined()) {
            // one piece of memory: what the library writes, then the texts
            MemorySegment all = arena.allocate(2 * WORD + op.length + request.length, WORD);
            MemorySegment out = all.asSlice(0, 2 * WORD);
            MemorySegment opText = all.asSlice(2 * WORD, op.length);
            MemorySegment requestText = all.asSlice(2 * WORD + op.length, request.length);
            MemorySegment.copy(op, 0, opText, JAVA_BYTE, 0, op.length);
            MemorySegment.copy(request, 0, requestText, JAVA_BYTE, 0, request.length);
            int status = (int) Functions.CALL.invokeExact(
                engine, opText, (long) op.length, requestText, (long) request.length, out);
            return taken(out.get(JAVA_LONG, 0), status, out);
        } catch (Throwable thrown) {
            throw unexpected(thrown);
        }
    }

    /** The bytes of an answer, which is freed; {@code out} is room for a pointer and a length. */
    private static byte[] taken(long answer, int status, MemorySegment out) throws Throwable {
        if (answer == 0) {
            throw Binding.broken(status);
        }
        try {
            int read = (int) Functions.JSON.invokeExact(answer, out, out.asSlice(WORD, WORD));
            if (read != OK) {
                throw Binding.broken(read);
            }
            byte[] json = new byte[Math.toIntExact(out.get(JAVA_LONG, WORD))];
            MemorySegment text = MemorySegment.ofAddress(out.get(JAVA_LONG, 0)).reinterpret(json.length);
            MemorySegment.copy(text, JAVA_BYTE, 0, json, 0, json.length);
            return json;
        } finally {
            Functions.ANSWER_FREE.invokeExact(answer);
        }
    }

    /** A handle may throw anything, but what it throws here is unchecked. */
    private static RuntimeException unexpected(Throwable thrown) {
        if (thrown instanceof Error) {
            throw (Error) thrown;
        }
        return thrown instanceof RuntimeException ? (RuntimeException) thrown : new IllegalStateException(thrown);
    }
}
