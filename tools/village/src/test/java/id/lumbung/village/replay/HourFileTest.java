package id.lumbung.village.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.launcher.stack.UserError;
import id.lumbung.village.life.AtcGroup;
import id.lumbung.village.replay.Row.Hour;
import id.lumbung.village.replay.Row.Refused;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourFileTest {

    private static final Duration HOUR = Duration.ofHours(1);

    static final String HEADING =
            "datum,M01AB,M01AE,N02BA,N02BE,N05B,N05C,R03,R06,Year,Month,Hour,Weekday Name\r\n";

    static List<Row> rows(String text) {
        var rows = new ArrayList<Row>();
        new HourFile(new StringReader(text)).forEachRemaining(rows::add);
        return rows;
    }

    @Test
    void bothWaysOfWritingADateAreRead() {
        assertThat(
                        rows(
                                HEADING
                                        + "01-02-2014 08:00,0,0.67,0,2,0,0,0,1,2014,1,8,Thursday\r\n"
                                        + "1/31/2014 9:00,0,0,0,0,0,0,0,0,2014,1,9,Friday\r\n"))
                .containsExactly(
                        new Hour(
                                2,
                                LocalDateTime.of(2014, 1, 2, 8, 0),
                                HOUR,
                                Map.of(
                                        AtcGroup.M01AE, 32_160,
                                        AtcGroup.N02BE, 48_000,
                                        AtcGroup.R06, 1_200)),
                        new Hour(3, LocalDateTime.of(2014, 1, 31, 9, 0), HOUR, Map.of()));
    }

    @Test
    void theColumnsBesideADateSettleWhatIsTheDayAndWhatTheMonth() {
        assertThat(rows(HEADING + "01-02-2014 08:00,0,0,0,0,0,0,0,0,2014,2,8,Saturday\n"))
                .containsExactly(new Hour(2, LocalDateTime.of(2014, 2, 1, 8, 0), HOUR, Map.of()));
    }

    @Test
    void aDaysSalesAreReadAsOfTheHoursAPharmacyIsOpen() {
        assertThat(
                        rows(
                                HEADING
                                        + "1/2/2014,0,3.67,0,32.4,0,0,0,2,2014,1,248,Thursday\r\n"
                                        + "1/13/2014,0,0,0,0,0,0,0,1,2014,1,276,Monday\r\n"
                                        + "1/13/2014,0,0,0,0,0,0,0,1,2014,1,276,Tuesday\r\n"))
                .satisfiesExactly(
                        row ->
                                assertThat(row)
                                        .isInstanceOfSatisfying(
                                                Hour.class,
                                                day -> {
                                                    assertThat(day.hour())
                                                            .isEqualTo("2014-01-02T08:00");
                                                    assertThat(day.length()).hasHours(12);
                                                    assertThat(day.units())
                                                            .containsEntry(AtcGroup.N02BE, 777_600);
                                                }),
                        row -> assertThat(row).isInstanceOf(Hour.class),
                        row -> assertThat(row).isInstanceOf(Refused.class));
    }

    /** As a spreadsheet in Indonesian writes it. */
    @Test
    void semicolonsAndDecimalCommasAreReadAsCommasAndPoints() {
        var row = "1/2/2014,0,3.67,0,32.4,0,0,0,2,2014,1,248,Thursday\r\n";
        var semicolons = (HEADING + row).replace(',', ';');
        assertThat(rows(semicolons)).isEqualTo(rows(HEADING + row));
        assertThat(rows(semicolons.replace('.', ','))).isEqualTo(rows(HEADING + row));
    }

    @Test
    void aHeadingThatIsWrongIsShownTheRightOne() {
        assertThatThrownBy(() -> rows("date,M01AB\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(HEADING.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    01-02-2014 08:00,0,0,0,0,0,0,0,0,2014,1,8,Friday   | columns beside it say Year 2014, Month 1, Hour 8, Weekday Name Friday
                    01-02-2014 08:00,0,0,0,0,0,0,0,0,2014,1,9,Thursday | columns beside it say
                    01-02-2014 08:00,0,0,0,0,0,0,0,0,2015,1,8,Thursday | columns beside it say
                    02-30-2014 08:00,0,0,0,0,0,0,0,0,2014,2,8,Sunday   | columns beside it say
                    2014-01-02 08:00,0,0,0,0,0,0,0,0,2014,1,8,Thursday | neither like
                    01-02-2014 08:30,0,0,0,0,0,0,0,0,2014,1,8,Thursday | not on the hour
                    01-02-2014 08:00,0,0,0,0,0,0,0,2014,1,8,Thursday   | 12 columns instead of 13
                    01-02-2014 08:00,-1,0,0,0,0,0,0,0,2014,1,8,Thursday | a return
                    01-02-2014 08:00,x,0,0,0,0,0,0,0,2014,1,8,Thursday | not a number of packs
                    01-02-2014 08:00,0,0,0,0,0,0.01,0,0,2014,1,8,Thursday | no whole number of units
                    """)
    void aBadRowIsRefusedByItsLineAndTheNextIsRead(String bad, String reason) {
        var good = "01-02-2014 09:00,0,0,0,0,0,0,0,0,2014,1,9,Thursday\n";

        var rows = rows(HEADING + good + bad + "\n" + good);

        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).isInstanceOf(Refused.class);
        assertThat(rows.get(1).line()).isEqualTo(3);
        assertThat(((Refused) rows.get(1)).reason()).contains(reason);
        assertThat(rows.get(2)).isInstanceOf(Hour.class);
        assertThat(rows.get(2).line()).isEqualTo(4);
    }

    @Test
    void aQuoteLeftOpenSpoilsItsOwnRowOnly() {
        var good = "01-02-2014 09:00,0,0,0,0,0,0,0,0,2014,1,9,Thursday\n";

        var rows = rows(HEADING + good.replace("0,0,0", "\"0,0,0") + good);

        assertThat(rows.get(0)).isInstanceOf(Refused.class);
        assertThat(rows.get(1)).isInstanceOf(Hour.class);
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertThatThrownBy(() -> rows("datum,M01AB\n"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("M01AE, N02BA");
        assertThatThrownBy(() -> rows("")).isInstanceOf(UserError.class);
    }

    @Test
    void aFileIsKnownByItsBytes(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), HEADING + "a\nb\n");
        var other = Files.writeString(folder.resolve("b.csv"), HEADING + "a\nc\n");

        assertThat(FileSight.of(file).lines()).isEqualTo(2);
        assertThat(FileSight.of(file)).isEqualTo(FileSight.of(file));
        assertThat(FileSight.of(file).digest()).isNotEqualTo(FileSight.of(other).digest());
        assertThatThrownBy(() -> FileSight.of(folder.resolve("none.csv")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("There is no file");
    }
}
