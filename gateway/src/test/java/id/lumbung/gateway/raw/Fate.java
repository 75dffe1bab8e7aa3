package id.lumbung.gateway.raw;

/** What is to become of a request, and of those that come behind it on the same connection. */
enum Fate {
    /** It reaches the service once, is answered 200, and the next is read. */
    ONCE,
    /** The same, and nothing behind it is read. */
    ONCE_AND_LAST,
    /** It is refused; the next may be read. */
    NEVER,
    /** Where it ends is in doubt: it is refused, and nothing behind it is read. */
    NEVER_AND_LAST,
    /** HTTP leaves it open: it is refused, or reaches the service once and whole. */
    PERHAPS,
    /** The same, and nothing behind it is read. */
    PERHAPS_AND_LAST;

    boolean isLast() {
        return this == ONCE_AND_LAST || this == NEVER_AND_LAST || this == PERHAPS_AND_LAST;
    }

    boolean mayArrive() {
        return this != NEVER && this != NEVER_AND_LAST;
    }

    boolean mustArrive() {
        return this == ONCE || this == ONCE_AND_LAST;
    }

    /** Whether it is sure that the next one is read. */
    boolean leavesTheNextSure() {
        return this == ONCE;
    }
}
