package id.lapor.internal;

/** The native library as this package calls it. One library serves the whole process. */
public interface Binding {
    /** LAPOR_ABI_VERSION of the header that the bindings were written from. */
    int ABI = 1;

    /** LAPOR_OK of the header. */
    int OK = 0;

    /** How it calls: {@code jna} or {@code ffm}. */
    String name();

    /** Release of the library. */
    String version();

    /**
     * Makes an engine, or asks for the one that the process keeps.
     *
     * @param engine gets the engine at its first place; 0 if there is none
     * @return the envelope of the error; null if there is an engine
     */
    byte[] makeEngine(byte[][] packs, boolean shared, long[] engine);

    /** Frees an engine, once; no call on it may be running. */
    void freeEngine(long engine);

    /** The envelope of an answer. */
    byte[] call(long engine, byte[] op, byte[] request);

    /** What no caller can bring about: the arguments break a rule of the header. */
    static IllegalStateException broken(int status) {
        return new IllegalStateException("lapor gave no answer, status " + status);
    }
}
