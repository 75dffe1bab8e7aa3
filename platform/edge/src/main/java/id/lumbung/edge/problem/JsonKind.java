package id.lumbung.edge.problem;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a value of a type looks like in JSON, as what follows "must be". */
final class JsonKind {

    private JsonKind() {}

    /**
     * @param type null where it is not known
     */
    static Bilingual of(@Nullable Class<?> type) {
        if (type == null) {
            return new Bilingual("berjenis lain", "of another type");
        }
        if (type.isEnum()) {
            var names =
                    Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
            return new Bilingual("salah satu dari " + names, "one of " + names);
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> like("UUID", "a UUID", "019ab1c2-0000-7000-8000-000000000001");
            case "Instant" -> like("waktu UTC", "an instant in UTC", "2026-01-31T02:15:00.000Z");
            case "LocalDate" -> like("tanggal", "a date", "2026-01-31");
            case "Rupiah" ->
                    like("rupiah bulat, angka JSON", "whole rupiah, a JSON integer", "12500");
            case "long", "Long", "int", "Integer" ->
                    new Bilingual(
                            "bilangan bulat yang muat, tanpa kutip dan desimal",
                            "a whole number that fits, written without quotes or decimals");
            case "String" -> new Bilingual("teks", "a text");
            case "List", "ArrayList" -> new Bilingual("daftar", "a list");
            case "ZoneId" -> like("zona waktu", "a time zone", "Asia/Jakarta");
            default ->
                    type.isRecord()
                            ? new Bilingual("objek JSON", "a JSON object")
                            : new Bilingual(
                                    "nilai JSON berjenis lain", "a JSON value of another type");
        };
    }

    private static Bilingual like(String indonesian, String english, String example) {
        return new Bilingual(indonesian + " seperti " + example, english + " such as " + example);
    }
}
