package id.lapor;

/** What an error of the library says. Test the code, show the text. */
public abstract class Refusal extends LaporException {
    private static final long serialVersionUID = 1L;

    /** The error of the envelope. */
    private final transient Answer answer;
    /** Stable code. */
    private final String code;
    /** JSON pointer. */
    private final String path;

    /**
     * Made of an envelope with an error.
     *
     * @param answer the envelope
     */
    protected Refusal(Answer answer) {
        super(answer.string("/code").orElse("") + " at \"" + answer.string("/path").orElse("") + "\": "
            + answer.string("/text/en").orElse(""), null);
        this.answer = answer;
        this.code = answer.string("/code").orElse("");
        this.path = answer.string("/path").orElse("");
    }

    /**
     * The stable code.
     *
     * @return a code such as {@code missing_field}
     */
    public final String code() {
        return code;
    }

    /**
     * What is at fault.
     *
     * @return a JSON pointer such as {@code /complaint/title}, of a pack {@code /packs/0/offices/3/type}
     */
    public final String path() {
        return path;
    }

    /**
     * The envelope, whose getters give {@code /params} and both languages of {@code /text}.
     *
     * @return the envelope; null once the exception was serialised
     */
    public final Answer answer() {
        return answer;
    }
}
