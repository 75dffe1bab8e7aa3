package id.lumbung.gateway.body;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** An answer that cannot be finished, and that its caller must not take for the whole. */
public final class CutAnswer {

    private static final String WHY = CutAnswer.class.getName();

    private CutAnswer() {}

    public static void note(HttpServletRequest request, String why) {
        request.setAttribute(WHY, why);
    }

    /** Makes the container cut the connection, where one was noted. */
    static void endIfNoted(HttpServletRequest request) throws IOException {
        if (request.getAttribute(WHY) instanceof String why) {
            throw new IOException(why);
        }
    }
}
