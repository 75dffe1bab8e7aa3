package id.lumbung.gateway;

import id.lumbung.edge.web.CountedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.OutputStreamRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.jspecify.annotations.Nullable;

/**
 * A request's body on its way to a service: a small one is held whole, so that a slow caller keeps
 * no connection to the service waiting; of a larger one only the beginning is held.
 */
final class ProxiedBody {

    private static final byte[] NOTHING = {};

    private final byte[] held;
    private final @Nullable InputStream rest;
    private final @Nullable String type;
    private final boolean present;

    private ProxiedBody(
            byte[] held, @Nullable InputStream rest, @Nullable String type, boolean present) {
        this.held = held;
        this.rest = rest;
        this.type = type;
        this.present = present;
    }

    /** The caller's body ended before its announced end. */
    static final class CutShort extends IOException {
        private static final long serialVersionUID = 1L;

        CutShort(@Nullable Throwable cause) {
            super(cause);
        }
    }

    /**
     * Reads the body, or its beginning.
     *
     * @param max bytes to hold
     */
    static ProxiedBody of(HttpServletRequest request, int max)
            throws CountedBody.TooLarge, CountedBody.TooSlow, CutShort {
        var type = request.getContentType();
        var length = request.getContentLengthLong();
        if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
            return new ProxiedBody(NOTHING, null, type, length == 0);
        }
        try {
            var in = request.getInputStream();
            if (length > 0 && length <= max) {
                // Memory is taken as the body comes, not as it is announced.
                var held = in.readNBytes((int) length);
                if (held.length < length) {
                    throw new CutShort(null);
                }
                return new ProxiedBody(held, null, type, true);
            }
            var held = in.readNBytes(max);
            return new ProxiedBody(held, held.length < max ? null : in, type, true);
        } catch (CountedBody.TooLarge | CountedBody.TooSlow | CutShort e) {
            throw e;
        } catch (IOException e) {
            throw new CutShort(e);
        }
    }

    /** Whether it can be sent again. */
    boolean isHeld() {
        return rest == null;
    }

    void sendBy(Request request, Response.Listener answer)
            throws CountedBody.TooLarge, CountedBody.TooSlow, CutShort {
        if (rest != null) {
            stream(rest, request, answer);
            return;
        }
        if (present) {
            request.body(new BytesRequestContent(type, held));
        }
        request.send(answer);
    }

    /** A body that breaks off fails the request: the service must not take it as whole. */
    private void stream(InputStream rest, Request request, Response.Listener answer)
            throws CountedBody.TooLarge, CountedBody.TooSlow, CutShort {
        var content = new OutputStreamRequestContent(type);
        request.body(content).send(answer);
        var out = content.getOutputStream();
        var buffer = new byte[16_384];
        try {
            out.write(held);
            while (true) {
                var some = next(rest, buffer, content);
                if (some < 0) {
                    break;
                }
                out.write(buffer, 0, some);
            }
            out.close();
        } catch (CountedBody.TooLarge | CountedBody.TooSlow | CutShort e) {
            throw e;
        } catch (IOException e) {
            // The service has ended the request first; its answer, or its failure, says why.
            content.fail(e);
        }
    }

    private static int next(InputStream rest, byte[] buffer, OutputStreamRequestContent content)
            throws CountedBody.TooLarge, CountedBody.TooSlow, CutShort {
        try {
            return rest.read(buffer);
        } catch (CountedBody.TooLarge | CountedBody.TooSlow e) {
            content.fail(e);
            throw e;
        } catch (IOException e) {
            content.fail(e);
            throw new CutShort(e);
        }
    }
}
