package id.lapor;

/** Whatever this package throws, but for mistakes of the program ({@link NullPointerException}, {@link IllegalStateException} …). */
public abstract class LaporException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Made by its subclasses.
     *
     * @param message what is wrong and what can be done
     * @param cause what the system said, or null
     */
    protected LaporException(String message, Throwable cause) {
        super(message, cause);
    }
}
