package id.lumbung.village.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OutcomeTest {

    private static final Sums SUMS = new Sums(10, 1, 20, 0, 0, 0, 500, 9_000, 9_000, 20, 1.25);

    private static Outcome of(Sums sums) {
        return new Outcome(sums, 6, 3, 500);
    }

    private static String table(Outcome outcome) {
        return new OutcomeTable(outcome).text();
    }

    @Test
    void sumsThatAgreeClose() {
        assertThat(of(SUMS).closes()).isTrue();
        assertThat(table(of(SUMS))).contains("The sums close.").contains("Rp9.000");
    }

    @Test
    void eachSumThatDoesNotAgreeIsSaid() {
        assertThat(new Outcome(SUMS, 6, 2, 500).open()).hasSize(1);
        assertThat(new Outcome(SUMS, 6, 3, 501).open())
                .containsExactly("The file has 501 units, the sales sent have 500.");
        assertThat(of(new Sums(10, 1, 20, 0, 0, 0, 500, 9_000, 9_000, 19, 1)).open())
                .containsExactly("20 sales were sent, 19 are in the journal.");
        assertThat(of(new Sums(10, 1, 20, 0, 0, 0, 500, 9_000, 8_999, 20, 1)).open())
                .containsExactly("Rp9.000 was sent, Rp8.999 is in the journal.");
        assertThat(of(new Sums(10, 1, 20, 0, 1, 0, 500, 9_000, 9_000, 20, 1)).closes()).isFalse();
        assertThat(of(new Sums(10, 1, 20, 0, 0, 1, 500, 9_000, 9_000, 20, 1)).closes()).isFalse();
    }

    @Test
    void aFileOfWhichEveryRowWasRefusedDoesNotClose() {
        assertThat(new Outcome(new Sums(3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 1), 0, 0, 0).open())
                .containsExactly("Every row of the file was refused; the reasons are above.");
    }

    @Test
    void aSecondRunSaysThatItAddedNothing() {
        var again = of(new Sums(10, 1, 20, 20, 0, 0, 500, 9_000, 9_000, 20, 1));

        assertThat(again.closes()).isTrue();
        assertThat(table(again)).contains("Nothing was added");
        assertThat(table(of(SUMS))).doesNotContain("Nothing was added");
    }

    @Test
    void programsReadTheSumsInTheirOrder() {
        assertThat(new JsonMapper().writeValueAsString(SUMS))
                .isEqualTo(
                        """
                        {"rowsRead":10,"rowsRefused":1,"sales":20,"duplicates":0,"conflicts":0,"refused":0,"units":500,\
                        "rupiahSent":9000,"rupiahJournalled":9000,"salesJournalled":20,"seconds":1.25}\
                        """);
    }
}
