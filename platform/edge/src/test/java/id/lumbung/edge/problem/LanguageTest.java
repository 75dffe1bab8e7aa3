package id.lumbung.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id-ID,id;q=0.9,en;q=0.8|INDONESIAN",
                "en-GB,en;q=0.9,id;q=0.8|ENGLISH",
                "jv,id;q=0.5|INDONESIAN",
                "fr|BOTH",
                "*|BOTH",
                "not a language;q=x|BOTH",
                "|BOTH"
            })
    void aProblemIsToldInTheLanguageThatIsAskedFor(String accepted, Language language) {
        assertThat(Language.of(accepted)).isEqualTo(language);
    }

    @Test
    void whoDoesNotAskReadsBoth() {
        var problem = ProblemType.SERVICE_UNAVAILABLE.problem("pharmacy");

        assertThat(problem.detail(Language.INDONESIAN).getDetail())
                .startsWith("Layanan pharmacy")
                .doesNotContain("service");
        assertThat(problem.detail(Language.INDONESIAN).getTitle())
                .isEqualTo("Layanan tidak tersedia");
        assertThat(problem.detail(Language.ENGLISH).getDetail()).startsWith("The service pharmacy");
        assertThat(problem.detail(Language.BOTH).getDetail())
                .contains("tidak ada yang diterima", "nothing was accepted");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeHasTwoSentencesWithTheSamePlaces(ProblemType type) {
        var problem = type.problem(1L);
        assertThat(problem.indonesian()).isNotBlank().isNotEqualTo(problem.english());
        assertThat(problem.indonesian().contains("1")).isEqualTo(problem.english().contains("1"));
        assertThat(problem.slug()).matches(Pattern.compile("[a-z-]+"));
    }
}
