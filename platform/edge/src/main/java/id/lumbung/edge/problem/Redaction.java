package id.lumbung.edge.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of a caller's words may be repeated, to them or to a log: ids, and short words of an
 * address. Whoever writes a name, an NIK or a telephone number where it does not belong does not
 * get it back.
 */
final class Redaction {

    private static final int MAX_WORD = 60;
    private static final Pattern ID =
            Pattern.compile(
                    "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]{1,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** Six digits in a row are a person's number until the contrary is known. */
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}");

    private static final Pattern WORD = Pattern.compile("[a-z-]{0,30}");

    /** Where words of our own stand: {@code /api/<service>/<collection>}. */
    private static final int OWN_PARTS = 4;

    private Redaction() {}

    /** Whether it is an id, a small number or a day. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** A field's name as it was sent, unless it may be about a person. */
    static String field(String name) {
        return name.length() > MAX_WORD || NUMBER.matcher(name).find() ? "?" : name;
    }

    /**
     * Of a path that no controller of ours has: at the gateway the service and what it is asked
     * for, and ids behind that; elsewhere nothing.
     *
     * @param sent null where Tomcat could not read one
     */
    static String path(@Nullable String sent) {
        if (sent == null || !sent.startsWith("/api/")) {
            return "/";
        }
        var parts = sent.split("/", -1);
        for (var i = 1; i < parts.length; i++) {
            if (!isId(parts[i]) && !(i < OWN_PARTS && isWord(parts[i]))) {
                parts[i] = "-";
            }
        }
        return String.join("/", parts);
    }

    private static boolean isWord(String part) {
        return WORD.matcher(part).matches();
    }
}
