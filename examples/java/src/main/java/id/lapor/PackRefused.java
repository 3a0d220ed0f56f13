package id.lapor;

/** A pack or overlay was refused. The path begins with its number among those given. */
public final class PackRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    PackRefused(Answer answer) {
        super(answer);
    }
}
