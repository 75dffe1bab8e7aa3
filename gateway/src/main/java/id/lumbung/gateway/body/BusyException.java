package id.lumbung.gateway.body;

/** There was no memory for a body in time. */
public final class BusyException extends Exception {

    private static final long serialVersionUID = 1L;
}
