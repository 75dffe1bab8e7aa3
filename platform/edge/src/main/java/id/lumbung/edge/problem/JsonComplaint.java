package id.lumbung.edge.problem;

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
    public static Bilingual of(@Nullable Throwable cause) {
        return switch (cause) {
            case null ->
                    new Bilingual(
                            "Isinya tidak ada. Kirim objek JSON.",
                            "The body is missing. Send a JSON object.");
            case UnrecognizedPropertyException e -> unknown(path(e), known(e));
            case InvalidFormatException e when e.getTargetType() == String.class -> hidden(path(e));
            case MismatchedInputException e when !e.getPath().isEmpty() ->
                    mustBe("'" + path(e) + "'", e.getTargetType());
            case JacksonException e when duplicate(e) != null ->
                    new Bilingual(
                            "Isian '%s' tertulis dua kali dalam satu objek%s. Kirim sekali; tidak ada yang dicatat."
                                    .formatted(duplicate(e), place(e).indonesian()),
                            "The field '%s' stands twice in one object%s. Send it once; nothing was recorded."
                                    .formatted(duplicate(e), place(e).english()));
            case StreamConstraintsException e ->
                    at(
                            e,
                            "Isinya terlalu dalam bersarang, atau ada nama, angka, atau teks yang terlalu panjang",
                            "The body is nested too deeply, or has a name, a number or a text that is too long");
            case JacksonException e when !e.getPath().isEmpty() ->
                    at(
                            e,
                            "'%s' tidak dapat dibaca".formatted(path(e)),
                            "'%s' cannot be read".formatted(path(e)));
            case JacksonException e ->
                    at(
                            e,
                            "Isinya bukan JSON yang diharapkan di sini",
                            "The body is not the JSON that is expected here");
            default ->
                    new Bilingual(
                            "Isinya tidak dapat dibaca. Kirim objek JSON.",
                            "The body cannot be read. Send a JSON object.");
        };
    }

    private static Bilingual unknown(String field, String known) {
        return new Bilingual(
                "Isian '%s' tidak dikenal. Yang dikenal di sini: %s. Periksa ejaannya; tidak ada yang dicatat."
                        .formatted(field, known),
                "The field '%s' is not known. Known here: %s. Check the spelling; nothing was recorded."
                        .formatted(field, known));
    }

    private static Bilingual hidden(String field) {
        return new Bilingual(
                "'%s' memuat karakter yang tak tampak: separuh pasangan, kendali, tanda arah tulisan, atau spasi tak terputus. Tulis tanpa itu; tidak ada yang dicatat."
                        .formatted(field),
                "'%s' holds a hidden character: half of a pair, a control, a mark of direction or a no-break space. Write it without; nothing was recorded."
                        .formatted(field));
    }

    /**
     * @param what the value is called, in quotation marks where it is a field
     */
    static Bilingual mustBe(String what, @Nullable Class<?> type) {
        var kind = JsonKind.of(type);
        return new Bilingual(
                "%s harus %s.".formatted(what, kind.indonesian()),
                "%s must be %s.".formatted(what, kind.english()));
    }

    private static Bilingual at(JacksonException e, String indonesian, String english) {
        var place = place(e);
        return new Bilingual(
                indonesian + place.indonesian() + ".", english + place.english() + ".");
    }

    /** The name that Jackson says stands twice; null where that is not what is wrong. */
    private static @Nullable String duplicate(JacksonException e) {
        var message = e.getOriginalMessage();
        var found = message == null ? null : DUPLICATE.matcher(message);
        return found != null && found.find() ? Redaction.field(found.group(1)) : null;
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds() == null
                ? "-"
                : e.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    /** In brackets; nothing where it is not known. */
    private static Bilingual place(JacksonException e) {
        var location = e.getLocation();
        if (location == null || location.getLineNr() < 0) {
            return new Bilingual("", "");
        }
        return new Bilingual(
                " (baris %d, kolom %d)".formatted(location.getLineNr(), location.getColumnNr()),
                " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr()));
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
}
