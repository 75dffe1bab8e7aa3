package id.lumbung.retail.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTextTest {

    @ParameterizedTest
    @CsvSource({
        "(17)190700, 2019-07-31",
        "(17)280200, 2028-02-29",
        "(17)270200, 2027-02-28",
        "(17)270215, 2027-02-15",
        "05/27, 2027-05-31",
        "MEI 2027, 2027-05-31",
        "05-2027, 2027-05-31",
        "Agustus 2027, 2027-08-31",
        "31/03/2026, 2026-03-31",
        "9 Okt 2026, 2026-10-09",
        "2026-03-31, 2026-03-31",
        "2027-02, 2027-02-28"
    })
    void aMonthAloneMeansItsLastDay(String text, LocalDate lastGoodDay) {
        assertThat(ExpiryText.parse(text)).contains(lastGoodDay);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(17)270431",
                "31/02/2027",
                "13/2026",
                "00/2025",
                "0202-10-09",
                "",
                "soon",
                "27"
            })
    void whatIsNoDateOfTheseYearsIsNone(String text) {
        assertThat(ExpiryText.parse(text)).isEmpty();
    }
}
