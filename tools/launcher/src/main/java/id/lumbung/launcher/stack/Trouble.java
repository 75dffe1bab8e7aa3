package id.lumbung.launcher.stack;

/** Something the user can mend; the message is a sentence that says how. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trouble(String sentence) {
        super(sentence, null, false, false);
    }
}
