package id.lumbung.edge.web;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of the request at hand: taken from the caller, or begun here; carried on by
 * the events it causes.
 */
public final class TraceContext {

    public static final String HEADER = "traceparent";

    private static final Pattern VALID =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final ThreadLocal<@Nullable String> CURRENT = new ThreadLocal<>();

    private TraceContext() {}

    public static @Nullable String current() {
        return CURRENT.get();
    }

    static String begin(@Nullable String fromCaller) {
        var trace =
                fromCaller != null && VALID.matcher(fromCaller).matches() ? fromCaller : fresh();
        CURRENT.set(trace);
        return trace;
    }

    /** The trace's id alone: 32 hexadecimal digits. */
    static String id(String trace) {
        return trace.substring(3, 35);
    }

    static void end() {
        CURRENT.remove();
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return "00-"
                + hex.toHexDigits(random.nextLong() | 1)
                + hex.toHexDigits(random.nextLong() | 1)
                + "-"
                + hex.toHexDigits(random.nextLong() | 1)
                + "-01";
    }
}
