package id.lapor;

/** Java refuses native access (Java 24+ with {@code --illegal-native-access=deny}): start it with the flag that the message names. */
public final class NativeAccessDenied extends LaporException {
    private static final long serialVersionUID = 1L;

    /**
     * Made where a library is loaded.
     *
     * @param cause what Java said
     */
    public NativeAccessDenied(Throwable cause) {
        super("Java refuses native access: start it with --enable-native-access=ALL-UNNAMED,"
            + " on the module path with --enable-native-access=id.lapor,com.sun.jna", cause);
    }
}
