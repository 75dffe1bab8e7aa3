package id.lumbung.launcher.client;

/** The gateway, or a service behind it, said no for good: asking again will not help. */
public final class GatewayRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    GatewayRefusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
