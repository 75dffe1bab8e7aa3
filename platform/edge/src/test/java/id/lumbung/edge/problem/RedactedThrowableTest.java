package id.lumbung.edge.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class RedactedThrowableTest {

    @Test
    void aFailureIsShownByWhatAndWhereItWasWithoutItsWords() {
        var inner = new IllegalArgumentException("bad value 'Siti Rahayu'");
        var failure = new IllegalStateException("for 3510144508900001", inner);
        inner.initCause(new RuntimeException("and round again", failure));
        assertThat(shown(failure))
                .contains("IllegalStateException", "IllegalArgumentException")
                .contains("RedactedThrowableTest.aFailureIsShownByWhatAndWhereItWas")
                .doesNotContain("Siti", "3510");
    }

    @Test
    void whereJavaSpeaksOfCodeItsWordsAreKept() {
        assertThat(shown(new NullPointerException("Cannot invoke \"x()\"")))
                .contains("Cannot invoke \"x()\"");
    }

    private static String shown(Throwable failure) {
        var text = new StringWriter();
        RedactedThrowable.of(failure).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
