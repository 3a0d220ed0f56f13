package id.lapor.internal;

/** Which way of calling this Java has: java.lang.foreign, or JNA if the property {@code lapor.binding} is {@code jna}. */
final class Bindings {
    private Bindings() {}

    /** Loads a library; an {@link UnsatisfiedLinkError} if that cannot be. */
    static Binding open(String library) {
        return "jna".equals(System.getProperty("lapor.binding")) ? JnaBinding.open(library) : FfmBinding.open(library);
    }
}
