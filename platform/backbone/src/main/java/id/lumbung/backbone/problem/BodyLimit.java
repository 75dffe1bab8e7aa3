package id.lumbung.backbone.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses bodies above a limit: at once where the length is announced, while reading where it is
 * not. Stands behind the check of the token, so that nobody unknown takes a turn.
 *
 * <p>Large bodies become many times their size while they are worked on. Only so many bytes of them
 * are in hand at a time; others wait, and are sent away as busy when that takes too long. So no
 * number of callers exhausts the memory; small requests never wait.
 */
public final class BodyLimit extends OncePerRequestFilter {

    private static final int KILOBYTE = 1024;

    /** Bytes up to which a body is not counted among the large ones. */
    private static final int SMALL = 16 * KILOBYTE;

    private final long limit;
    private final Semaphore kilobytesLeft;
    private final Duration patience;
    private final JsonMapper json;

    /**
     * @param limit bytes of one body
     * @param inHand bytes of all large bodies at a time; no less than the limit
     * @param patience for how long a large body waits before it is refused
     */
    public BodyLimit(long limit, long inHand, Duration patience, JsonMapper json) {
        if (inHand < limit) {
            throw new IllegalArgumentException(
                    "lumbung.web.bodies-in-hand (%d bytes) is less than one body may have (%d)."
                            .formatted(inHand, limit));
        }
        this.limit = limit;
        this.kilobytesLeft = new Semaphore(kilobytes(inHand), true);
        this.patience = patience;
        this.json = json;
    }

    private static int kilobytes(long bytes) {
        return Math.toIntExact((bytes + KILOBYTE - 1) / KILOBYTE);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var announced = request.getContentLengthLong();
        if (announced > limit) {
            refuse(response, problem(limit));
        } else if (announced < 0 && request.getHeader("Transfer-Encoding") != null) {
            counted(limit, new Counted(request, limit), response, chain);
        } else if (announced > SMALL) {
            counted(announced, request, response, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void counted(
            long bytes, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kilobytes = kilobytes(bytes);
        if (!isMyTurn(kilobytes)) {
            response.setHeader("Retry-After", "2");
            refuse(
                    response,
                    Problems.problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "busy",
                            "Too many large requests are under way. Send this again in some seconds; nothing was recorded."));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            kilobytesLeft.release(kilobytes);
        }
    }

    private boolean isMyTurn(int kilobytes) {
        try {
            return kilobytesLeft.tryAcquire(kilobytes, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void refuse(HttpServletResponse response, ProblemDetail problem) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Connection", "close");
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    static ProblemDetail problem(long limit) {
        return Problems.problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The body is larger than %d bytes. Send it in smaller parts; nothing was recorded."
                        .formatted(limit));
    }

    /** A body of no announced length went past the limit while it was read. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLarge(long limit) {
            super("The body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }

        static @Nullable TooLarge in(Throwable failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof TooLarge found) {
                    return found;
                }
            }
            return null;
        }
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream body;
        private final long limit;
        private long read;

        CountedStream(ServletInputStream body, long limit) {
            this.body = body;
            this.limit = limit;
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
            read += some;
            if (read > limit) {
                throw new TooLarge(limit);
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
