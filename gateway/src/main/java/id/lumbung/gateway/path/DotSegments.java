package id.lumbung.gateway.path;

/** Parts of a path that climb out of where it was routed to. */
public final class DotSegments {

    private DotSegments() {}

    /** Whether a path, as it was sent, has a part that is one or two dots, however written. */
    public static boolean areIn(String path) {
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
}
