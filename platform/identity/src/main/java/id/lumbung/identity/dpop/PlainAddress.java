package id.lumbung.identity.dpop;

import java.net.URI;
import java.util.Locale;

/** An address to be compared with another. */
final class PlainAddress {

    private PlainAddress() {}

    /** As two programs may write the same address differently; without query and fragment. */
    static String of(String address) {
        try {
            var uri = URI.create(address).normalize();
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            var port =
                    uri.getPort() == (scheme.equals("https") ? 443 : 80) || uri.getPort() < 0
                            ? ""
                            : ":" + uri.getPort();
            return scheme
                    + "://"
                    + String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT)
                    + port
                    + uri.getRawPath();
        } catch (IllegalArgumentException _) {
            return "";
        }
    }
}
