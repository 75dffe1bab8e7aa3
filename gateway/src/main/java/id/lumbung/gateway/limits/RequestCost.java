package id.lumbung.gateway.limits;

import id.lumbung.gateway.body.BodyNotes;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/**
 * What a request takes of its caller's rate limit: one, and one more for every 64 KB of its body.
 * What a large batch costs this gateway is its bytes, and how many sales are in it is the service's
 * to weigh. A read for which a service goes through all that a cooperative did costs 1,000 more.
 */
public final class RequestCost {

    private static final int BYTES_FOR_ONE = 64 * 1024;

    /** What more it costs to let a service read all that a cooperative did. */
    private static final int WHOLE_COOPERATIVE = 1_000;

    private static final Pattern OF_WHOLE_COOPERATIVE =
            Pattern.compile(
                    "/(gates|verification|examination|comparison|days|facts|pack\\.zip|report\\.(html|pdf)|[a-z-]+\\.csv)$"
                            + "|/cooperatives/[^/]+/years/[^/]+$");

    private RequestCost() {}

    /**
     * Before the body is read: one whose length is not announced costs as much as the largest that
     * may come.
     */
    public static int of(HttpServletRequest request, String path) {
        var isRead = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        return 1
                + (isRead && readsWholeCooperative(path) ? WHOLE_COOPERATIVE : 0)
                + ofBody(BodyNotes.announced(request));
    }

    /**
     * After the body was read to its end: what it cost too much, its length not having been
     * announced.
     */
    public static int unused(HttpServletRequest request) {
        return ofBody(BodyNotes.announced(request)) - ofBody(BodyNotes.size(request));
    }

    private static int ofBody(long bytes) {
        return Math.toIntExact(bytes / BYTES_FOR_ONE);
    }

    /**
     * Whether a service has to read all that a cooperative did, or all of a year, to answer: what
     * sums, compares, checks or prints it. Lists that come by the page and what is one member's are
     * not of these.
     */
    static boolean readsWholeCooperative(String path) {
        return path.startsWith("/api/") && OF_WHOLE_COOPERATIVE.matcher(path).find();
    }
}
