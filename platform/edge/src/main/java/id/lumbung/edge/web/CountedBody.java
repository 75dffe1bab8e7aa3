package id.lumbung.edge.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A request's body that is counted while it is read: neither larger nor slower than is allowed. */
public final class CountedBody extends ServletInputStream {

    private static final long NANOS = TimeUnit.SECONDS.toNanos(1);

    private final ServletInputStream body;
    private final long max;
    private final long announced;
    private final Pace pace;
    private final long began = System.nanoTime();
    private long read;
    private boolean ended;
    private boolean failed;

    /**
     * How slowly a body may come.
     *
     * @param timeout within which it is to be here, longer by the time that what came takes at the
     *     slowest pace
     * @param minBytesPerSecond that pace
     */
    public record Pace(Duration timeout, long minBytesPerSecond) {

        /** However slowly it comes. */
        public static final Pace ANY = new Pace(Duration.ofDays(1), 1);

        boolean allows(long bytes, long nanos) {
            return nanos <= timeout.toNanos() + bytes * NANOS / minBytesPerSecond;
        }
    }

    /** A body went past the limit while it was read. */
    public static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLarge(long limit) {
            super("The body is larger than " + limit + " bytes");
            this.limit = limit;
        }

        /** In bytes. */
        public long limit() {
            return limit;
        }
    }

    /** A body came more slowly than is waited for. */
    public static final class TooSlow extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * @param max bytes
     * @param announced bytes; less than 0 where no length was announced
     */
    public CountedBody(ServletInputStream body, long max, long announced, Pace pace) {
        this.body = body;
        this.max = max;
        this.announced = announced;
        this.pace = pace;
    }

    /** Whether it was read to its end. */
    public boolean isEnded() {
        return ended;
    }

    public long bytesRead() {
        return read;
    }

    /** Whether reading it failed, so that no more of it can be had. */
    public boolean isFailed() {
        return failed;
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
        read += some;
        ended = read == announced;
        if (read > max) {
            throw new TooLarge(max);
        }
        if (!ended && !pace.allows(read, System.nanoTime() - began)) {
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
