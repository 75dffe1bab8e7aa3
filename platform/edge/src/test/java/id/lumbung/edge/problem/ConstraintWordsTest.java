package id.lumbung.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintWordsTest {

    private final Locale ofTheMachine = Locale.getDefault();

    /** Everything about it is wrong. */
    record Wrong(
            @Max(5) int most,
            @Min(5) int least,
            @NotBlank String text,
            @NotEmpty List<String> list,
            @NotNull Object thing,
            @Pattern(regexp = "[a-z]+") String form,
            @Positive long more,
            @PositiveOrZero long notLess,
            @Size(min = 2, max = 3) String between,
            @Size(max = 3) String longest,
            @Size(min = 2) String shortest,
            @DurationMax(seconds = 1) Duration brief,
            @DurationMin(seconds = 1) Duration lasting) {}

    private static final Wrong WRONG =
            new Wrong(
                    6,
                    4,
                    " ",
                    List.of(),
                    null,
                    "A",
                    0,
                    -1,
                    "x",
                    "xxxx",
                    "x",
                    Duration.ofSeconds(2),
                    Duration.ZERO);

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(ofTheMachine);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id", "de", "ar-EG", "ja"})
    void everyConstraintIsToldInBothLanguagesWhateverTheMachineSpeaks(String machine) {
        Locale.setDefault(Locale.forLanguageTag(machine));
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            var violations = factory.getValidator().validate(WRONG);
            assertThat(violations).hasSize(Wrong.class.getRecordComponents().length);
            var words = ConstraintWords.toCorrect(violations);
            assertThat(words.english())
                    .isEqualTo(
                            "Correct and send again: 'between' must have 2 to 3 characters or items; 'brief' must be a duration that is not longer than allowed here; 'form' must have the form [a-z]+; 'lasting' must be a duration that is not shorter than allowed here; 'least' must be at least 5; 'list' must not be empty; 'longest' must have at most 3 characters or items; 'more' must be more than 0; 'most' must be at most 5; 'notLess' must be 0 or more; 'shortest' must have at least 2 characters or items; 'text' must not be blank; 'thing' must not be missing.");
            assertThat(words.indonesian())
                    .isEqualTo(
                            "Perbaiki lalu kirim lagi: 'between' harus berisi 2 sampai 3 karakter atau butir; 'brief' harus jangka waktu yang tidak lebih lama daripada yang diizinkan di sini; 'form' harus berbentuk [a-z]+; 'lasting' harus jangka waktu yang tidak lebih singkat daripada yang diizinkan di sini; 'least' paling sedikit 5; 'list' harus ada isinya; 'longest' berisi paling banyak 3 karakter atau butir; 'more' harus lebih dari 0; 'most' paling banyak 5; 'notLess' harus 0 atau lebih; 'shortest' berisi paling sedikit 2 karakter atau butir; 'text' tidak boleh kosong; 'thing' harus diisi.");
        }
    }

    @Test
    void eachFieldOfAProblemIsToldInTheLanguageThatIsAskedFor() {
        var field = new FieldProblem("name", new Bilingual("harus diisi", "must not be missing"));
        var problem = ProblemType.INVALID.problem().with("errors", List.of(field));
        assertThat(problem.detail(Language.INDONESIAN).getProperties().toString())
                .contains("detail=harus diisi")
                .doesNotContain("must");
        assertThat(problem.detail(Language.ENGLISH).getProperties().toString())
                .contains("detail=must not be missing")
                .doesNotContain("harus");
        assertThat(problem.detail(Language.BOTH).getProperties().toString())
                .contains("detail=harus diisi / must not be missing");
    }
}
