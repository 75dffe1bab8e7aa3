package id.lumbung.shu.journal;

/** An event of a type that only a newer release knows. */
final class UnknownEventType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownEventType(String reason) {
        super(reason, null, false, false);
    }
}
