package id.lumbung.backbone.client;

import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** A service did not answer, or said no; the message says which, as "answered 503". */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    private NoAnswer(String how, int status, @Nullable Throwable cause) {
        super(how, cause);
        this.status = status;
    }

    static NoAnswer refused(RestClientResponseException cause) {
        var status = cause.getStatusCode().value();
        return new NoAnswer("answered " + status, status, cause);
    }

    static NoAnswer away(RestClientException cause) {
        return new NoAnswer("did not answer", 0, cause);
    }

    static NoAnswer empty() {
        return new NoAnswer("answered nothing", 0, null);
    }

    /** The HTTP status by which it said no; 0 where it did not answer. */
    public int status() {
        return status;
    }

    public String how() {
        return String.valueOf(getMessage());
    }
}
