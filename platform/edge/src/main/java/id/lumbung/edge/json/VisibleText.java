package id.lumbung.edge.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;

/**
 * Reads texts, and refuses those with a character that nobody sees or no database keeps: half of a
 * surrogate pair (stored, it would be another character, and the same fact sent twice would not be
 * equal), controls but line ends and tabs, marks that turn the direction of writing, no-break and
 * zero-width spaces (two names that look alike would not be).
 */
public final class VisibleText extends StringDeserializer {

    static final String REFUSED = "holds a hidden character";

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        return visible(super.deserialize(parser, context), context);
    }

    @Override
    public String deserializeWithType(
            JsonParser parser, DeserializationContext context, TypeDeserializer type) {
        return deserialize(parser, context);
    }

    private static String visible(String text, DeserializationContext context) {
        if (text != null && hides(text)) {
            throw context.weirdStringException("", String.class, REFUSED);
        }
        return text;
    }

    /** Whether a text has such a character. */
    public static boolean hides(String text) {
        for (int at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c >= ' ' && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return true;
                }
            } else if (isHidden(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(char c) {
        return switch (c) {
            case '\t', '\n', '\r' -> false;
            case '\u00a0', '\u2007', '\u202f', '\u200b', '\u2060', '\ufeff' -> true;
            case '\u200e', '\u200f', '\u061c', '\u2028', '\u2029' -> true;
            default ->
                    Character.isISOControl(c)
                            || Character.isLowSurrogate(c)
                            || (c >= '\u202a' && c <= '\u202e')
                            || (c >= '\u2066' && c <= '\u2069');
        };
    }
}
