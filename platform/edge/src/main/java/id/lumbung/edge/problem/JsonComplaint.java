package id.lumbung.edge.problem;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * What is wrong with a body of JSON, for the one who sent it: where, and what is expected there.
 */
public final class JsonComplaint {

    private static final Pattern DUPLICATE =
            Pattern.compile("^Duplicate (?:Object )?[Pp]roperty \"(.*?)\"");

    private JsonComplaint() {}

    /**
     * @param cause why it cannot be read; null where there is no body
     */
    public static String of(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "The body is missing. Send a JSON object.";
            case UnrecognizedPropertyException e ->
                    "The field '%s' is not known. Known here: %s. Check the spelling; nothing was recorded."
                            .formatted(path(e), known(e));
            case InvalidFormatException e when e.getTargetType() == String.class ->
                    "'%s' holds a hidden character: half of a pair, a control, a mark of direction or a no-break space. Write it without; nothing was recorded."
                            .formatted(path(e));
            case InvalidFormatException e ->
                    "'%s' must be %s.".formatted(path(e), kind(e.getTargetType()));
            case MismatchedInputException e when !e.getPath().isEmpty() ->
                    "'%s' must be %s.".formatted(path(e), kind(e.getTargetType()));
            case JacksonException e when duplicate(e) != null ->
                    "The field '%s' stands twice in one object%s. Send it once; nothing was recorded."
                            .formatted(duplicate(e), position(e));
            case StreamConstraintsException e ->
                    "The body is nested too deeply, or has a name, a number or a text that is too long%s."
                            .formatted(position(e));
            case JacksonException e when !e.getPath().isEmpty() ->
                    "'%s' cannot be read%s.".formatted(path(e), position(e));
            case JacksonException e ->
                    "The body is not the JSON that is expected here%s.".formatted(position(e));
            default -> "The body cannot be read. Send a JSON object.";
        };
    }

    /** The name that Jackson says stands twice; null where that is not what is wrong. */
    private static @Nullable String duplicate(JacksonException e) {
        var message = e.getOriginalMessage();
        var found = message == null ? null : DUPLICATE.matcher(message);
        return found != null && found.find() ? Redaction.field(found.group(1)) : null;
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds() == null
                ? "none"
                : e.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String position(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null
                                ? "." + Redaction.field(step.getPropertyName())
                                : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** What a value of this type looks like. */
    static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID such as 019ab1c2-0000-7000-8000-000000000001";
            case "Instant" -> "an instant in UTC such as 2026-01-31T02:15:00.000Z";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "Rupiah" -> "whole rupiah, a JSON integer such as 12500";
            case "long", "Long", "int", "Integer" ->
                    "a whole number that fits, written without quotes or decimals";
            case "String" -> "a text";
            case "List", "ArrayList" -> "a list";
            case "ZoneId" -> "a time zone such as Asia/Jakarta";
            default -> "a JSON " + (type.isRecord() ? "object" : "value of another type");
        };
    }
}
