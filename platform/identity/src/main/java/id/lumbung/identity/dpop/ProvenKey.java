package id.lumbung.identity.dpop;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * A key that the program which makes a request has shown to hold.
 *
 * @param thumbprint of the key (RFC 7638, SHA-256): 43 characters
 * @param proofId the {@code jti} of the proof, chosen by the program
 */
public record ProvenKey(String thumbprint, String proofId) {

    private static final String ATTRIBUTE = ProvenKey.class.getName();

    void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** That of the request which is being answered; null where it came without a proof. */
    public static @Nullable ProvenKey current() {
        var request = RequestContextHolder.getRequestAttributes();
        return request != null
                        && request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST)
                                instanceof ProvenKey key
                ? key
                : null;
    }
}
