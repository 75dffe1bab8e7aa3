package id.lumbung.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class RefusalTest {

    enum Rule implements Refusal.Rule {
        TAKEN,
        @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
        TOO_BUSY
    }

    @Test
    void aRuleRefusesInTheLanguageThatIsAskedFor() {
        var problem = Rule.TAKEN.because("Sudah dipakai.", "It is taken.").problem();
        assertThat(problem.detail(Language.INDONESIAN).getDetail()).isEqualTo("Sudah dipakai.");
        assertThat(problem.detail(Language.ENGLISH).getDetail()).isEqualTo("It is taken.");
        assertThat(problem.detail(Language.BOTH).getDetail())
                .isEqualTo("Sudah dipakai. It is taken.");
        assertThat(problem.status()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(problem.slug()).isEqualTo("taken");
    }

    @Test
    void whatAProgramWantsToKnowIsAMemberOfTheProblem() {
        var refusal = Rule.TAKEN.because("Sudah.", "Taken.", Map.of("field", "name"));
        assertThat(refusal.args()).containsEntry("field", "name");
        assertThat(refusal.problem().detail(Language.BOTH).getProperties())
                .containsEntry("field", "name");
    }

    @Test
    void whoIsBusySaysWhenToComeAgain() {
        assertThat(Rule.TOO_BUSY.because("Sibuk.", "Busy.").problem().headers())
                .satisfies(headers -> assertThat(headers.getFirst("Retry-After")).isEqualTo("5"));
    }
}
