package id.lapor.internal;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import id.lapor.AbiMismatch;

/**
 * By JNA's direct mapping. Pointers and lengths are {@code long}: JNA's own types for them cost more than the call, and a Java of 32 bits
 * is refused.
 */
final class JnaBinding implements Binding {
    private static final int WORD = 8;

    private JnaBinding() {}

    static Binding open(String library) {
        if (Native.POINTER_SIZE != WORD) {
            throw new UnsatisfiedLinkError("lapor needs a Java of 64 bits");
        }
        NativeLibrary loaded = NativeLibrary.getInstance(library);
        int found = -1;
        try {
            found = loaded.getFunction("lapor_abi_version").invokeInt(new Object[0]);
            if (found == ABI) {
                Native.register(JnaBinding.class, loaded);
                return new JnaBinding();
            }
        } catch (UnsatisfiedLinkError lacking) {
            throw new AbiMismatch(library, ABI, found, lacking);
        }
        throw new AbiMismatch(library, ABI, found, null);
    }

    @Override
    public String name() {
        return "jna";
    }

    @Override
    public String version() {
        return new Pointer(lapor_version()).getString(0, "UTF-8");
    }

    @Override
    public byte[] makeEngine(byte[][] packs, boolean shared, long[] engine) {
        Memory list = packs.length == 0 ? null : new Memory((long) packs.length * 2 * WORD);
        Memory[] held = new Memory[packs.length];
        for (int at = 0; at < packs.length; at++) {
            byte[] pack = packs[at];
            // one byte more, for no memory of 0 bytes can be asked for
            held[at] = new Memory(pack.length + 1L);
            held[at].write(0, pack, 0, pack.length);
            list.setPointer((long) at * 2 * WORD, held[at]);
            list.setLong((long) at * 2 * WORD + WORD, pack.length);
        }
        long[] error = new long[1];
        long where = list == null ? 0 : Pointer.nativeValue(list);
        int status = shared
            ? lapor_engine_shared(where, packs.length, engine, error)
            : lapor_engine_new(where, packs.length, engine, error);
        // the bytes must stay until the call is over
        for (Memory pack : held) {
            pack.close();
        }
        if (list != null) {
            list.close();
        }
        return status == OK ? null : taken(error[0], status);
    }

    @Override
    public void freeEngine(long engine) {
        lapor_engine_free(engine);
    }

    @Override
    public byte[] call(long engine, byte[] op, byte[] request) {
        long[] answer = new long[1];
        int status = lapor_call(engine, op, op.length, request, request.length, answer);
        return taken(answer[0], status);
    }

    /** The bytes of an answer, which is freed. */
    private static byte[] taken(long answer, int status) {
        if (answer == 0) {
            throw Binding.broken(status);
        }
        try {
            long[] json = new long[1];
            long[] length = new long[1];
            lapor_answer_json(answer, json, length);
            return new Pointer(json[0]).getByteArray(0, Math.toIntExact(length[0]));
        } finally {
            lapor_answer_free(answer);
        }
    }

    private static native long lapor_version();

    private static native int lapor_engine_new(long packs, long n, long[] engine, long[] error);

    private static native int lapor_engine_shared(long packs, long n, long[] engine, long[] error);

    private static native void lapor_engine_free(long engine);

    private static native int lapor_call(long engine, byte[] op, long opLen, byte[] request, long requestLen, long[] answer);

    private static native int lapor_answer_json(long answer, long[] json, long[] len);

    private static native void lapor_answer_free(long answer);
}
