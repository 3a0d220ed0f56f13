package id.lapor;

import java.util.OptionalInt;

/** What was loaded is not the library that this package was written for: it has another ABI number, or lacks a function. */
public final class AbiMismatch extends LaporException {
    private static final long serialVersionUID = 1L;

    /** The number that this package needs. */
    private final int expected;
    /** The library's number, -1 if it says none. */
    private final int found;

    /**
     * Made where a library was loaded.
     *
     * @param library the file or the name by which it was found
     * @param expected the ABI number that this package needs
     * @param found the library's, -1 if it does not say one
     * @param cause the function that is missing, or null
     */
    public AbiMismatch(String library, int expected, int found, Throwable cause) {
        super(library + " is not the library that this package needs: ABI " + expected + " is expected, "
            + (found < 0 ? "it is no lapor" : "it has " + found)
            + (found == expected && cause != null ? ", but lacks the function " + cause.getMessage() : ""), cause);
        this.expected = expected;
        this.found = found;
    }

    /**
     * The ABI number that this package needs.
     *
     * @return the number, {@code LAPOR_ABI_VERSION} of {@code lapor.h}
     */
    public int expected() {
        return expected;
    }

    /**
     * The ABI number of the library that was found.
     *
     * @return the number; empty if what was found says none
     */
    public OptionalInt found() {
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
    }
}
