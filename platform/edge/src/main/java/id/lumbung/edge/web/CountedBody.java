package id.lumbung.edge.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A request's body that is counted while it is read: neither larger nor slower than is allowed. */
public final class CountedBody extends ServletInputStream {

    private final ServletInputStream body;
    private final long max;
    private final long announced;
    private final BodyPace pace;
    private final long began = System.nanoTime();
    private long read;
    private boolean ended;
    private boolean failed;

    /**
     * @param max bytes
     * @param announced bytes; less than 0 where no length was announced
     */
    public CountedBody(ServletInputStream body, long max, long announced, BodyPace pace) {
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

    private void count(int some) throws BodyTooLargeException, BodyTooSlowException {
        if (some < 0) {
            ended = true;
            return;
        }
        read += some;
        ended |= read == announced;
        if (read > max) {
            throw new BodyTooLargeException(max);
        }
        if (!ended && !pace.allows(read, System.nanoTime() - began)) {
            throw new BodyTooSlowException();
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
