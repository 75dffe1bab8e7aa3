package id.lumbung.gateway.body;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;

/** What is noted on a request of its body. */
public final class BodyNotes {

    private static final String MAX = BodyNotes.class.getName() + ".max";
    private static final String BODY = BodyNotes.class.getName() + ".body";
    private static final String UNREAD = BodyNotes.class.getName() + ".unread";

    private BodyNotes() {}

    static void limit(HttpServletRequest request, long maxBytes) {
        request.setAttribute(MAX, maxBytes);
    }

    /** Bytes that the body may have. */
    public static long max(HttpServletRequest request) {
        return (Long) Objects.requireNonNull(request.getAttribute(MAX));
    }

    /** Bytes that the body may have: those it announced, or else the most. */
    public static long announced(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        return length >= 0 ? length : isChunked(request) ? max(request) : 0;
    }

    /** Bytes that the body had, where all of it was read; else those it may have. */
    public static long size(HttpServletRequest request) {
        return request.getAttribute(BODY) instanceof LimitedRequest body && body.isEnded()
                ? body.bytesRead()
                : announced(request);
    }

    /** Whether a body comes whose length is not announced. */
    public static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }

    static void read(LimitedRequest request) {
        request.setAttribute(BODY, request);
    }

    static void leaveUnread(HttpServletRequest request) {
        request.setAttribute(UNREAD, true);
    }

    /** Whether a body was left unread, so that the connection is of no use any more. */
    public static boolean isUnread(HttpServletRequest request) {
        return request.getAttribute(UNREAD) != null;
    }
}
