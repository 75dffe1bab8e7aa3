package id.lumbung.launcher.stack;

/** Something the user can mend; the message is a sentence that says how. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UserError(String sentence) {
        super(sentence, null, false, false);
    }
}
