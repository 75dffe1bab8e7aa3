package id.lumbung.shu.journal;

/** An event that cannot become an entry. */
final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String reason) {
        super(reason, null, false, false);
    }
}
