package id.lumbung.gateway.path;

import org.jspecify.annotations.Nullable;

/** The path as the services will read it. */
public final class PlainPath {

    private PlainPath() {}

    /**
     * The path decoded, once; null where two readers could come to different paths: parameters
     * after a semicolon, empty parts, backslashes, encoded slashes, percent signs or control
     * characters.
     *
     * @param sent as the caller sent it, without parts of dots
     */
    public static @Nullable String of(String sent) {
        StringBuilder decoded = null;
        for (int at = 0; at < sent.length(); at++) {
            var c = sent.charAt(at);
            if (c == '%') {
                if (decoded == null) {
                    decoded = new StringBuilder(sent.length()).append(sent, 0, at);
                }
                if (at + 2 >= sent.length()) {
                    return null;
                }
                var high = Character.digit(sent.charAt(at + 1), 16);
                var low = Character.digit(sent.charAt(at + 2), 16);
                if (high < 0 || low < 0) {
                    return null;
                }
                c = (char) (high * 16 + low);
                at += 2;
                if (c == '/' || c == '%') {
                    return null;
                }
            } else if (c == '/' && at > 0 && sent.charAt(at - 1) == '/') {
                return null;
            }
            if (c == ';' || c == '\\' || c < ' ' || c == 0x7f) {
                return null;
            }
            if (decoded != null) {
                var _ = decoded.append(c);
            }
        }
        return decoded == null ? sent : decoded.toString();
    }
}
