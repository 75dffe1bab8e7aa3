package id.lumbung.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request passes first: it gets a trace if it brought none, a body above the limit is
 * refused (at once where its length is announced, while it is read where it is not), and so is an
 * address that climbs out of where it was routed to. Who may call, and how often, is asked right
 * after this.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Entrance extends OncePerRequestFilter {

    static final String TRACEPARENT = "traceparent";

    /** The request's attribute that holds its trace. */
    static final String TRACE = Entrance.class.getName() + ".trace";

    /** The request's attribute that says why its answer cannot be finished. */
    static final String CUT = Entrance.class.getName() + ".cut";

    private final long limit;

    Entrance(GatewaySettings settings) {
        this.limit = settings.largestBody().toBytes();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(TRACEPARENT);
        var trace = given != null && isTrace(given) ? given : freshTrace();
        request.setAttribute(TRACE, trace);
        response.setHeader(TRACEPARENT, trace);
        var length = request.getContentLengthLong();
        if (length > limit) {
            Problem.tooLarge(limit).send(request, response);
        } else if (climbs(request.getRequestURI())) {
            Problem.of(HttpStatus.BAD_REQUEST).send(request, response);
        } else if (length < 0 && request.getHeader("Transfer-Encoding") != null) {
            chain.doFilter(new Counted(request), response);
        } else {
            chain.doFilter(request, response);
        }
        if (request.getAttribute(CUT) instanceof String why) {
            throw new IOException(why);
        }
    }

    /** Whether a path, as it was sent, has a part that is one or two dots, however written. */
    static boolean climbs(String path) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            int at = slash + 1;
            while (at < path.length()) {
                if (path.charAt(at) == '.') {
                    at++;
                } else if (path.regionMatches(true, at, "%2e", 0, 3)) {
                    at += 3;
                } else {
                    break;
                }
            }
            if (at > slash + 1
                    && (at == path.length() || path.charAt(at) == '/' || path.charAt(at) == ';')) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a W3C trace context of version 00, its ids not all zero. */
    static boolean isTrace(String text) {
        return text.length() == 55
                && text.startsWith("00-")
                && text.charAt(35) == '-'
                && text.charAt(52) == '-'
                && isId(text, 3, 35)
                && isId(text, 36, 52)
                && isHex(text.charAt(53))
                && isHex(text.charAt(54));
    }

    private static boolean isId(String text, int from, int to) {
        boolean zero = true;
        for (int at = from; at < to; at++) {
            if (!isHex(text.charAt(at))) {
                return false;
            }
            zero &= text.charAt(at) == '0';
        }
        return !zero;
    }

    private static boolean isHex(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }

    private static String freshTrace() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-"
                + hex.toHexDigits(random.nextLong() | 1)
                + hex.toHexDigits(random.nextLong())
                + "-"
                + hex.toHexDigits(random.nextLong() | 1)
                + "-01";
    }

    /** A body of no announced length went past the limit while it was read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Counted extends HttpServletRequestWrapper {

        private @Nullable ServletInputStream body;

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new CountedBody(super.getInputStream(), limit);
            }
            return body;
        }
    }

    private static final class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        CountedBody(ServletInputStream body, long limit) {
            this.body = body;
            this.left = limit;
        }

        @Override
        public int read() throws IOException {
            var one = body.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = body.read(into, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int some) throws TooLarge {
            left -= some;
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
