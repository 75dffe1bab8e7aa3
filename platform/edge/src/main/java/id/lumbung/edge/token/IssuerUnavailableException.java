package id.lumbung.edge.token;

/** No token can be checked now: the issuer's keys are not to be had. The caller's may be good. */
public final class IssuerUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    IssuerUnavailableException(Throwable cause) {
        super("The issuer's keys cannot be had", cause);
    }
}
