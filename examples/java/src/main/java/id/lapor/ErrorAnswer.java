package id.lapor;

/** A request was refused, and the caller asked for that as an exception: {@link Answer#orThrow()}. */
public final class ErrorAnswer extends Refusal {
    private static final long serialVersionUID = 1L;

    ErrorAnswer(Answer answer) {
        super(answer);
    }
}
