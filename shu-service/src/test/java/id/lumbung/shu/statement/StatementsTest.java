package id.lumbung.shu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is printed is what was given, in both languages, and nothing in a name can harm a reader.
 */
class StatementsTest {

    private final StatementPrinter statements = new StatementPrinter();

    static Stream<Locale> languages() {
        return Stream.of(StatementLanguage.INDONESIAN, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFigureOfTheConstructedYearIsOnItsReport(Locale locale) throws Exception {
        var report = SampleYear.constructed().report();
        var pdf =
                PrintedText.text(
                        PrintedText.written(out -> statements.reportPdf(report, locale, out)));
        var html =
                PrintedText.text(
                        new String(
                                PrintedText.written(
                                        out -> statements.reportHtml(report, locale, out)),
                                UTF_8));
        var figures = new ArrayList<String>();
        for (var amount :
                new long[] {
                    50_000_000, 40_000_000, 10_000_000, 8_000_000, 32_000_000, 9_600_000,
                    11_200_000, 4_800_000, 1_600_000, 17_600_000, 160_000_000, -120_000_000
                }) {
            figures.add(PrintedText.rupiah(amount, locale));
        }
        for (var member : report.members()) {
            for (var amount :
                    List.of(
                            member.business(),
                            member.capital(),
                            member.patronage(),
                            member.capitalPart(),
                            member.total())) {
                figures.add(PrintedText.rupiah(amount.amount(), locale).substring("Rp".length()));
            }
            figures.add(member.memberId().toString());
        }
        figures.addAll(
                List.of("35.10.14.2014", SampleYear.DIGEST, "101", "186", "97", "2 April 2026"));
        figures.addAll(
                locale.equals(Locale.ENGLISH)
                        ? List.of("54.30%", "100.00%", "35.00%", "30 June 2026", "Chair", "met")
                        : List.of(
                                "54,30%",
                                "100,00%", "35,00%", "30 Juni 2026", "Ketua", "tercapai"));
        for (var figure : figures) {
            assertThat(pdf).contains(figure);
            assertThat(html).contains(figure);
        }
        assertThat(pdf).doesNotContain("USULAN", "PROPOSAL", "??");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFigureOfAMemberIsOnTheirPage(Locale locale) throws Exception {
        var aminah = SampleYear.constructed().statements().getFirst();
        var pdf =
                PrintedText.text(
                        PrintedText.written(out -> statements.memberPdf(aminah, locale, out)));
        var html =
                PrintedText.text(
                        new String(
                                PrintedText.written(
                                        out -> statements.memberHtml(aminah, locale, out)),
                                UTF_8));
        var english = locale.equals(Locale.ENGLISH);
        for (var figure :
                english
                        ? List.of(
                                "(3,000,000 / 4,000,000) × 11,200,000 = 8,400,000",
                                "(220,000 / 480,000) × 4,800,000 = 2,200,000",
                                "Rp8,400,000",
                                "Rp2,200,000",
                                "Rp10,600,000",
                                "1,234",
                                "Rp100,000",
                                "Rp240,000",
                                "Rp37,123",
                                "9 April 2026",
                                "in cash")
                        : List.of(
                                "(3.000.000 / 4.000.000) × 11.200.000 = 8.400.000",
                                "(220.000 / 480.000) × 4.800.000 = 2.200.000",
                                "Rp8.400.000",
                                "Rp2.200.000",
                                "Rp10.600.000",
                                "1.234",
                                "Rp100.000",
                                "Rp240.000",
                                "Rp37.123",
                                "9 April 2026",
                                "tunai")) {
            assertThat(pdf).contains(figure);
            assertThat(html).contains(figure);
        }
        assertThat(pdf)
                .contains("Aminah", aminah.memberId().toString(), SampleYear.DIGEST)
                .doesNotContain("ESTIMA", "??");
    }

    @Test
    void aProductThatIsNotWholeShowsWhatWasRoundedOff() throws Exception {
        var heri = of(1_500_000, 102_000_000, 27_000_000, 397_058);
        assertThat(
                        PrintedText.text(
                                PrintedText.written(out ->
                                        statements.memberPdf(
                                                heri, StatementLanguage.INDONESIAN, out))))
                .contains(
                        "(1.500.000 / 102.000.000) × 27.000.000 = 397.058,82… → dibulatkan ke bawah Rp397.058");
    }

    @Test
    void aFormulaThatDoesNotGiveItsFigureIsNotPrinted() {
        assertThatThrownBy(() -> of(1_500_000, 102_000_000, 27_000_000, 397_059))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Rp397058");
    }

    @Test
    void aReportThatDoesNotAddUpIsNotPrinted() {
        var report = SampleYear.constructed().report();
        assertThatThrownBy(() ->
                        new MeetingReport(
                                report.cooperative(),
                                report.villageCode(),
                                report.bookYear(),
                                report.zone(),
                                report.state(),
                                report.deadlines(),
                                report.phu(),
                                report.surplus(),
                                report.villageShare().plus(Rupiah.of(1)),
                                report.nonMemberToReserve(),
                                report.funds(),
                                report.policy(),
                                report.resolution(),
                                report.totalBusiness(),
                                report.totalCapital(),
                                report.members(),
                                report.remainder(),
                                report.reserveBalance(),
                                report.digest()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Rp50000001");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyMemberHasOnePageHoweverMuchIsOnIt(Locale locale) throws Exception {
        var fullest = new ArrayList<MemberStatement>();
        for (var i = 1; i <= 30; i++) {
            fullest.add(fullest(i, i % 4 == 3 ? Ineligibility.LEFT_AND_FORFEITED : null));
        }
        var pages = PrintedText.printed(fullest, locale);
        assertThat(pages).hasSize(30);
        for (var i = 0; i < 30; i++) {
            assertThat(pages.get(i))
                    .contains(fullest.get(i).memberId().toString(), SampleYear.DIGEST)
                    .contains(locale.equals(Locale.ENGLISH) ? "ESTIMATE" : "ESTIMASI");
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatIsNotDecidedIsCalledAProposal(Locale locale) throws Exception {
        var year = SampleYear.manyFunds();
        var label = locale.equals(Locale.ENGLISH) ? "PROPOSAL" : "USULAN";
        var report =
                PrintedText.text(
                        PrintedText.written(
                                out -> statements.reportPdf(year.report(), locale, out)));
        assertThat(report).contains(label, "Dana khusus nomor 22", "Warga 30");
        for (var page : PrintedText.printed(year.statements(), locale)) {
            assertThat(page).contains(label);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aYearOfLossShowsItsMismatchesAndDividesNothing(Locale locale) throws Exception {
        var year = SampleYear.loss();
        var report =
                PrintedText.text(
                        PrintedText.written(
                                out -> statements.reportPdf(year.report(), locale, out)));
        for (var amount :
                new long[] {9_938_299, 9_932_299, 6_000, -5_397_981, -5_447_981, 5_397_981}) {
            assertThat(report).contains(PrintedText.rupiah(amount, locale));
        }
        assertThat(report)
                .contains(
                        locale.equals(Locale.ENGLISH)
                                ? "Nothing is divided"
                                : "Tidak ada pembagian")
                .doesNotContain(locale.equals(Locale.ENGLISH) ? "Education" : "Dana pendidikan");
    }

    /** A name is text: neither markup nor what no page can hold gets through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</td></table><h1>x",
                "Tom & \"Jerry\" 'O",
                "<img src=\"http://127.0.0.1/x.png\"/>",
                "a\u0000b\u0007c\uD800d\uFFFEe",
                "${7*7} #{yes} [[${7*7}]]"
            })
    void aNameIsTextAndNothingElse(String name) throws Exception {
        var year =
                SampleYear.of(
                        1_000_000,
                        1_000_000,
                        halves(),
                        List.of(SampleYear.person(1, name, 10, 10)),
                        null);
        var report =
                new String(
                        PrintedText.written(
                                out -> statements.reportHtml(year.report(), Locale.ENGLISH, out)),
                        UTF_8);
        var member =
                new String(
                        PrintedText.written(out ->
                                statements.memberHtml(
                                        year.statements().getFirst(), Locale.ENGLISH, out)),
                        UTF_8);
        var shown = name.replaceAll("[\u0000\u0007\uD800\uFFFE]", " ");
        for (var html : List.of(report, member)) {
            assertThat(PrintedText.text(html)).contains(shown);
            assertThat(html).doesNotContain("<script", "<img", "<h1>x");
        }
        assertThat(
                        PrintedText.text(
                                        PrintedText.written(out ->
                                                statements.reportPdf(
                                                        year.report(), Locale.ENGLISH, out)))
                                .replaceAll("\\s", ""))
                .contains(shown.replaceAll("\\s", ""));
    }

    @Test
    void webPagesNeedNothingElse() throws Exception {
        var html =
                new String(
                        PrintedText.written(out ->
                                statements.reportHtml(
                                        SampleYear.constructed().report(),
                                        StatementLanguage.INDONESIAN,
                                        out)),
                        UTF_8);
        assertThat(html)
                .contains(
                        "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"id\">",
                        "@page",
                        "table-header-group")
                .doesNotContain("<script", "<link", "src=", "url(", "@import");
    }

    static LinkedHashMap<String, Long> halves() {
        var funds = new LinkedHashMap<String, Long>();
        funds.put("PATRONAGE", 5_000L);
        funds.put("CAPITAL", 3_000L);
        funds.put("RESERVE", 2_000L);
        return funds;
    }

    private static MemberStatement of(
            long business, long totalBusiness, long pool, long patronage) {
        return new MemberStatement(
                "Tanjung Pandan Makmur",
                null,
                2016,
                Standing.DECIDED,
                null,
                new UUID(0, 1),
                "Heri",
                MemberKind.ORDINARY,
                Rupiah.of(business),
                1,
                Rupiah.of(business),
                List.of(),
                Rupiah.ZERO,
                Rupiah.of(totalBusiness),
                Rupiah.ZERO,
                Rupiah.of(pool),
                Rupiah.ZERO,
                Rupiah.of(patronage),
                Rupiah.ZERO,
                new Adjustments(List.of()),
                null,
                null,
                null);
    }

    /** As much as a page can be asked to hold. */
    private static MemberStatement fullest(int number, @Nullable Ineligibility not) {
        var huge = 999_999_999_999L;
        var adjustments =
                IntStream.range(0, 50)
                        .mapToObj(i ->
                                new Adjustments.Adjustment(
                                        LocalDate.of(2023, 1, 1).plusDays(i),
                                        Rupiah.of(-huge / 10)))
                        .toList();
        return new MemberStatement(
                SampleYear.LONG_NAME,
                "35.10.14.2014",
                2025,
                Standing.ESTIMATE,
                LocalDate.of(2025, 9, 30),
                new UUID(0, number),
                SampleYear.LONG_NAME + " " + SampleYear.LONG_NAME.replace(" ", ""),
                MemberKind.EXTRAORDINARY,
                Rupiah.ZERO,
                huge,
                Rupiah.of(-huge),
                List.of(
                        SampleYear.saving(SavingsKind.PRINCIPAL, huge, huge, huge, true),
                        SampleYear.saving(SavingsKind.MANDATORY, huge, huge, huge, true),
                        SampleYear.saving(SavingsKind.VOLUNTARY, huge, huge, huge, false)),
                not == null ? Rupiah.of(huge) : Rupiah.ZERO,
                Rupiah.of(huge),
                Rupiah.of(3 * huge),
                Rupiah.of(huge),
                Rupiah.of(2 * huge + 1),
                Rupiah.ZERO,
                not == null ? Rupiah.of((2 * huge + 1) / 3) : Rupiah.ZERO,
                new Adjustments(adjustments),
                not,
                null,
                SampleYear.DIGEST);
    }
}
