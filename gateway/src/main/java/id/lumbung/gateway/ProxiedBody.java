package id.lumbung.gateway;

import id.lumbung.edge.web.CountedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way to a service. It is held whole before the service is called: so a
 * slow caller keeps no connection to the service from others, a body that breaks off reaches no
 * service at all, and it can be sent a second time.
 *
 * @param bytes null where there is no body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; sent once or twice, then dropped.
record ProxiedBody(byte @Nullable [] bytes, @Nullable String type) {

    private static final byte[] NOTHING = {};

    /** The caller's body ended before its announced end. */
    static final class CutShort extends IOException {
        private static final long serialVersionUID = 1L;

        CutShort(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /** How much memory the request's body may take: what it announced, or else the most. */
    static long size(HttpServletRequest request, long max) {
        var length = request.getContentLengthLong();
        return length >= 0 ? length : request.getHeader("Transfer-Encoding") == null ? 0 : max;
    }

    /** Reads the body; memory is taken as it comes, not as it is announced. */
    static ProxiedBody of(HttpServletRequest request)
            throws CountedBody.TooLarge, CountedBody.TooSlow, CutShort {
        var type = request.getContentType();
        var length = request.getContentLengthLong();
        if (length <= 0) {
            if (length == 0) {
                return new ProxiedBody(NOTHING, type);
            }
            if (request.getHeader("Transfer-Encoding") == null) {
                return new ProxiedBody(null, type);
            }
        }
        try {
            var in = request.getInputStream();
            var bytes = length > 0 ? in.readNBytes((int) length) : in.readAllBytes();
            if (bytes.length < length) {
                throw new CutShort(null);
            }
            return new ProxiedBody(bytes, type);
        } catch (CountedBody.TooLarge | CountedBody.TooSlow | CutShort e) {
            throw e;
        } catch (IOException e) {
            throw new CutShort(e);
        }
    }

    void putOn(Request request) {
        if (bytes != null) {
            request.body(new BytesRequestContent(type, bytes));
        }
    }
}
