package id.lumbung.gateway.body;

import id.lumbung.edge.web.BodyPace;
import id.lumbung.edge.web.CountedBody;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body is neither larger nor slower than is allowed. */
final class LimitedRequest extends HttpServletRequestWrapper {

    /** Up to which a body that nobody wants is read to its end. */
    private static final int MAX_DRAINED = 256 * 1024;

    private final long max;
    private final BodyPace pace;
    private @Nullable CountedBody body;

    LimitedRequest(HttpServletRequest request, long max, BodyPace pace) {
        super(request);
        this.max = max;
        this.pace = pace;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body();
    }

    private CountedBody body() throws IOException {
        if (body == null) {
            body = new CountedBody(super.getInputStream(), max, getContentLengthLong(), pace);
        }
        return body;
    }

    boolean isEnded() {
        return body != null && body.isEnded();
    }

    long bytesRead() {
        return body == null ? 0 : body.bytesRead();
    }

    /**
     * Reads a small body to its end, unless that was tried and failed: once an answer is written
     * its body cannot be read any more. Returns whether it is at its end, so that the connection
     * can serve another request.
     */
    boolean drain() {
        try {
            if (!body().isEnded()
                    && !body().isFailed()
                    && getContentLengthLong() <= MAX_DRAINED
                    && getHeader("Expect") == null) {
                body().skipNBytes(MAX_DRAINED + 1L);
            }
        } catch (IOException e) {
            // Then the connection is closed behind the answer.
        }
        return isEnded();
    }
}
