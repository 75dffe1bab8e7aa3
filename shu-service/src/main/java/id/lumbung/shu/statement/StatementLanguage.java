package id.lumbung.shu.statement;

import id.lumbung.edge.problem.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that statements are written in. */
final class StatementLanguage {

    static final Locale INDONESIAN = Locale.of("id");

    private StatementLanguage() {}

    /**
     * @param language {@code id}, {@code en}, or none for Indonesian
     * @throws Refusal for any other
     */
    static Locale of(@Nullable String language) {
        return switch (language) {
            case null -> INDONESIAN;
            case "id" -> INDONESIAN;
            case "en" -> Locale.ENGLISH;
            default ->
                    throw StatementRule.LANGUAGE_UNKNOWN.because(
                            "Laporan ditulis dalam bahasa Indonesia (lang=id) dan Inggris (lang=en).",
                            "Statements are written in Indonesian (lang=id) and English (lang=en).");
        };
    }
}
