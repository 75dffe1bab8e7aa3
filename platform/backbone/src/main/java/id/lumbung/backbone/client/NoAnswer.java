package id.lumbung.backbone.client;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** A service did not answer, or said no; the message says which, as "answered 503". */
public final class NoAnswer extends Exception {
    private static final long serialVersionUID = 1L;

    private static final Pattern TYPE =
            Pattern.compile("\"type\" *: *\"urn:lumbung:([a-z0-9-]+)\"");

    private final int status;
    private final String rule;

    private NoAnswer(String how, int status, String rule, @Nullable Throwable cause) {
        super(how, cause);
        this.status = status;
        this.rule = rule;
    }

    static NoAnswer refused(RestClientResponseException cause) {
        var status = cause.getStatusCode().value();
        var type = TYPE.matcher(cause.getResponseBodyAsString());
        return new NoAnswer("answered " + status, status, type.find() ? type.group(1) : "", cause);
    }

    static NoAnswer away(RestClientException cause) {
        return new NoAnswer("did not answer", 0, "", cause);
    }

    static NoAnswer empty() {
        return new NoAnswer("answered nothing", 0, "", null);
    }

    /** The HTTP status by which it said no; 0 where it did not answer. */
    public int status() {
        return status;
    }

    /** The slug of the problem by which it said no; empty where it named none. */
    public String rule() {
        return rule;
    }

    public String how() {
        return String.valueOf(getMessage());
    }
}
