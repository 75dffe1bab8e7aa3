package id.lumbung.gateway.path;

import java.util.regex.Pattern;

/**
 * What officers come to of that which is for operators otherwise. Whose it is, the service asks.
 */
final class OfficerPaths {

    /** Officers see how their own cooperative's books compare: outlets, days and sums. */
    private static final Pattern COMPARISON =
            Pattern.compile("/api/[^/]+/reconciliation/cooperatives/[^/]+/comparison");

    /** Supervisors see their own cooperative's dead letters. */
    private static final Pattern DEAD_LETTERS =
            Pattern.compile("/api/[^/]+/dead-letters(/(?!causes$)[^/]+)?");

    /** A supervisor may agree to what an operator has decided about one. */
    private static final Pattern CONSENT =
            Pattern.compile("/api/[^/]+/dead-letters/[^/]+/decision/consent");

    private OfficerPaths() {}

    static boolean contain(String method, String path) {
        return COMPARISON.matcher(path).matches()
                || (method.equals("GET") && DEAD_LETTERS.matcher(path).matches())
                || (method.equals("PUT") && CONSENT.matcher(path).matches());
    }
}
