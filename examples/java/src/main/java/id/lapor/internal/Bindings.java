package id.lapor.internal;

/** Which way of calling this Java has: JNA alone. The class of the same name for Java 22 and newer knows another. */
final class Bindings {
    private Bindings() {}

    /** Loads a library; an {@link UnsatisfiedLinkError} if that cannot be. */
    static Binding open(String library) {
        return JnaBinding.open(library);
    }
}
