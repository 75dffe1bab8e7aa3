package id.lumbung.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.lumbung.edge.problem.Refusal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NikTest {

    private static final LocalDate JOINED = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource({
        "3510144508900001, 1990-08-05", // A woman: 40 on the day.
        "3510140508900001, 1990-08-05",
        "3201013112079999, 2007-12-31",
        "9999990101990001, 1999-01-01", // Regions come and go.
        "1101012902000001, 2000-02-29",
        "1101017101110001, 1911-01-31", // 15 in 2026 at the earliest: a hundred years before.
        "1101010501110001, 2011-01-05"
    })
    void tellsTheDateOfBirth(String digits, LocalDate bornOn) {
        assertThat(Nik.of(digits).birthDate(JOINED)).isEqualTo(bornOn);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "351014450890000", // 15 digits
                "35101445089000011",
                "351014450890000x",
                "3510144508900001 ",
                "٣٥١٠١٤٤٥٠٨٩٠٠٠٠١", // digits, but not those of a card
                "1010144508900001", // province 10
                "3500144508900001",
                "3510004508900001",
                "3510140008900001", // day 0
                "3510144008900001", // day 0 of a woman
                "3510143208900001",
                "3510147208900001",
                "3510144513900001", // month 13
                "3510144500900001",
                "3510143002900001", // 30 February
                "3510142902010001", // 29 February of no leap year
                "3510144508900000" // serial 0000
            })
    void isRefusedByTheRuleAndNotRepeated(String text) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Nik.of(text))
                .satisfies(refusal -> {
                    assertThat(refusal.slug()).isEqualTo("nik-impossible");
                    assertThat(refusal.detail()).doesNotContainPattern("[0-9]{4}");
                });
    }

    @Test
    void showsItselfMasked() {
        var nik = Nik.of("3201014508900001");
        assertThat(nik.toString()).isEqualTo("32************01").isEqualTo(nik.masked());
        assertThat("%s".formatted(nik)).doesNotContain("0145");
    }
}
