package id.lumbung.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which language a problem is told: as the caller asks, and in both where it does not ask. */
enum Language {
    INDONESIAN("id"),
    ENGLISH("en"),
    BOTH("id, en");

    private static final List<Locale> SPOKEN = List.of(Locale.of("id"), Locale.ENGLISH);

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** As it stands in the header {@code Content-Language}. */
    String tag() {
        return tag;
    }

    static Language of(HttpServletRequest request) {
        return of(request.getHeader("Accept-Language"));
    }

    /**
     * @param accepted the header {@code Accept-Language}; null where there is none
     */
    static Language of(@Nullable String accepted) {
        if (accepted == null || accepted.isBlank()) {
            return BOTH;
        }
        try {
            var ranges = Locale.LanguageRange.parse(accepted);
            var first = Locale.lookup(ranges, SPOKEN);
            if (first == null) {
                return BOTH;
            }
            return Locale.ENGLISH.equals(first) ? ENGLISH : INDONESIAN;
        } catch (IllegalArgumentException e) {
            return BOTH;
        }
    }

    String choose(String indonesian, String english) {
        return switch (this) {
            case INDONESIAN -> indonesian;
            case ENGLISH -> english;
            case BOTH -> indonesian.equals(english) ? english : indonesian + " " + english;
        };
    }
}
