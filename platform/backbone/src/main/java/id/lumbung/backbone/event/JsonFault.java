package id.lumbung.backbone.event;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidNullException;

/** What Jackson finds wrong with an event's JSON, said without repeating what stands there. */
final class JsonFault {

    private JsonFault() {}

    static UnreadableEvent of(JacksonException e) {
        var path =
                e.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getPropertyName())
                        .collect(Collectors.joining("."));
        if (e.getCause() instanceof IllegalArgumentException illegal) {
            return new UnreadableEvent(
                    CauseCode.FIELD_RANGE, null, because(String.valueOf(illegal.getMessage())));
        }
        if (path.isEmpty() || e instanceof StreamReadException) {
            return new UnreadableEvent(
                    CauseCode.NOT_JSON, null, because("not JSON, or not an object"));
        }
        return isMissing(e)
                ? new UnreadableEvent(
                        CauseCode.FIELD_MISSING, path, because("'" + path + "' is missing"))
                : new UnreadableEvent(
                        CauseCode.FIELD_TYPE, path, because("the type of '" + path + "' is wrong"));
    }

    private static String because(String cause) {
        return "The value cannot be read: " + cause + ".";
    }

    private static boolean isMissing(JacksonException e) {
        return e instanceof InvalidNullException
                || String.valueOf(e.getOriginalMessage())
                        .startsWith("Missing required creator property");
    }
}
