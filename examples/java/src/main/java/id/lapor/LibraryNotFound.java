package id.lapor;

import java.util.List;

/** The native library is nowhere where it was looked for, or the system's loader refuses it. The message names each place. */
public final class LibraryNotFound extends LaporException {
    private static final long serialVersionUID = 1L;

    /**
     * Made where a library is looked for.
     *
     * @param tried each place in order, with what stood in the way
     * @param cause what the system said last, or null
     */
    public LibraryNotFound(List<String> tried, Throwable cause) {
        super("lapor's native library was not found; looked for: " + String.join("; ", tried)
            + ". Say where it is with -Dlapor.library=FILE or FOLDER.", cause);
    }
}
