package id.lumbung.gateway;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every request passes first: it gets a trace if it brought none, a body above the limit is
 * refused (at once where its length is announced, while it is read where it is not), and so are one
 * that comes too slowly and an address that climbs out of where it was routed to. Who may call, and
 * how often, is asked right after this by {@link Guard}.
 *
 * <p>Before a refusal a small body is read to its end, so that its sender is ready to hear; behind
 * a larger one, or one that nobody wanted, the connection is closed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class Entrance extends OncePerRequestFilter {

    static final String TRACEPARENT = "traceparent";

    /** The request's attribute that holds its trace. */
    static final String TRACE = Entrance.class.getName() + ".trace";

    /** The request's attribute that says why its answer cannot be finished. */
    static final String CUT = Entrance.class.getName() + ".cut";

    private static final String BODY = Entrance.class.getName() + ".body";

    /** The request's attribute that is there where a body was left unread. */
    static final String UNREAD = Entrance.class.getName() + ".unread";

    private final long limit;
    private final int drained;
    private final long patience;
    private final long slowest;
    private final List<AddressRange> trustedProxies;

    Entrance(GatewaySettings settings) {
        this.limit = settings.largestBody().toBytes();
        this.drained = Math.toIntExact(settings.heldBody().toBytes());
        this.patience = settings.bodyTimeout().toNanos();
        this.slowest = settings.slowestBody().toBytes();
        this.trustedProxies = settings.trustedRanges();
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var given = request.getHeader(TRACEPARENT);
        var trace = given != null && isTrace(given) ? given : freshTrace();
        request.setAttribute(TRACE, trace);
        response.setHeader(TRACEPARENT, trace);
        AnswerHeaders.put(response, request.getRequestURI(), isSecure(request));
        var length = request.getContentLengthLong();
        if (length > limit) {
            request.setAttribute(UNREAD, true);
            Problem.tooLarge(limit).send(request, response);
        } else if (length > 0 || (length < 0 && request.getHeader("Transfer-Encoding") != null)) {
            var counted = new Counted(request);
            request.setAttribute(BODY, counted);
            pass(counted, response, chain);
            if (!counted.isEnded()) {
                request.setAttribute(UNREAD, true);
            }
        } else {
            pass(request, response, chain);
        }
        if (request.getAttribute(CUT) instanceof String why) {
            throw new IOException(why);
        }
    }

    private static void pass(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (climbs(request.getRequestURI())) {
            Problem.of(HttpStatus.BAD_REQUEST).send(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isSecure(HttpServletRequest request) {
        return request.isSecure()
                || ("https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"))
                        && CallerAddress.isAmong(
                                trustedProxies, InetAddress.ofLiteral(request.getRemoteAddr())));
    }

    /**
     * To be called before a request is refused: once an answer is written its body cannot be read
     * any more.
     *
     * @return whether the connection can serve another request
     */
    static boolean drained(HttpServletRequest request) {
        if (request.getAttribute(BODY) instanceof Counted counted) {
            counted.drain();
            return counted.isEnded();
        }
        return true;
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

    /** A body came more slowly than is waited for. */
    static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final class Counted extends HttpServletRequestWrapper {

        private @Nullable CountedBody body;

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return body();
        }

        private CountedBody body() throws IOException {
            if (body == null) {
                body =
                        new CountedBody(
                                super.getInputStream(),
                                limit,
                                getContentLengthLong(),
                                patience,
                                slowest);
            }
            return body;
        }

        boolean isEnded() {
            return body != null && body.ended;
        }

        /** Reads a small body to its end, unless that was tried and failed. */
        void drain() {
            try {
                if (!body().failed
                        && getContentLengthLong() <= drained
                        && getHeader("Expect") == null) {
                    var _ = body().readNBytes(drained + 1);
                }
            } catch (IOException e) {
                // Then the connection is closed behind the answer.
            }
        }
    }

    private static final class CountedBody extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private final long announced;
        private final long patience;
        private final long slowest;
        private final long began = System.nanoTime();
        private long came;
        private boolean ended;
        private boolean failed;

        /**
         * @param limit bytes that are read at most
         * @param announced bytes, or less than 0
         * @param patience nanoseconds
         * @param slowest bytes a second
         */
        CountedBody(
                ServletInputStream body, long limit, long announced, long patience, long slowest) {
            this.body = body;
            this.limit = limit;
            this.announced = announced;
            this.patience = patience;
            this.slowest = slowest;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            failed = true;
            var some = body.read(into, offset, length);
            count(some);
            failed = false;
            return some;
        }

        private void count(int some) throws TooLarge, TooSlow {
            if (some < 0) {
                ended = true;
                return;
            }
            came += some;
            if (came == announced) {
                ended = true;
            }
            if (came > limit) {
                throw new TooLarge();
            }
            if (!ended
                    && System.nanoTime() - began
                            > patience + came * TimeUnit.SECONDS.toNanos(1) / slowest) {
                throw new TooSlow();
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
