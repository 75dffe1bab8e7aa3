package id.lumbung.shu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.division.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/**
 * What is printed is what was given, in both languages, and nothing in a name can harm a reader.
 */
class StatementsTest {

    private final StatementPrinter statements = new StatementPrinter();

    static Stream<Locale> languages() {
        return Stream.of(StatementLanguage.INDONESIAN, Locale.ENGLISH);
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    private static Map<String, byte[]> unpacked(byte[] pack) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** The pages of all these statements. */
    private List<String> printed(List<MemberStatement> all, Locale locale) throws IOException {
        var report = SampleYear.loss().report();
        var pack = written(out -> statements.pack(report, all.stream(), locale, out));
        return pages(unpacked(pack).get("statements.pdf"));
    }

    /** The text of a page that an XML parser takes, and so the PDF printer does. */
    private static String text(String html) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(html)));
        return document.getDocumentElement().getTextContent();
    }

    private static String rupiah(long amount, Locale locale) {
        var number = String.format(Locale.ENGLISH, "%,d", Math.abs(amount));
        return (amount < 0 ? "-Rp" : "Rp")
                + (locale.equals(Locale.ENGLISH) ? number : number.replace(',', '.'));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFigureOfTheConstructedYearIsOnItsReport(Locale locale) throws Exception {
        var report = SampleYear.constructed().report();
        var pdf = text(written(out -> statements.reportPdf(report, locale, out)));
        var html =
                text(new String(written(out -> statements.reportHtml(report, locale, out)), UTF_8));
        var figures = new ArrayList<String>();
        for (var amount :
                new long[] {
                    50_000_000, 40_000_000, 10_000_000, 8_000_000, 32_000_000, 9_600_000,
                    11_200_000, 4_800_000, 1_600_000, 17_600_000, 160_000_000, -120_000_000
                }) {
            figures.add(rupiah(amount, locale));
        }
        for (var member : report.members()) {
            for (var amount :
                    List.of(
                            member.business(),
                            member.capital(),
                            member.patronage(),
                            member.capitalPart(),
                            member.total())) {
                figures.add(rupiah(amount.amount(), locale).substring("Rp".length()));
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
        var pdf = text(written(out -> statements.memberPdf(aminah, locale, out)));
        var html =
                text(new String(written(out -> statements.memberHtml(aminah, locale, out)), UTF_8));
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
                        text(
                                written(out ->
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
        var pages = printed(fullest, locale);
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
        var report = text(written(out -> statements.reportPdf(year.report(), locale, out)));
        assertThat(report).contains(label, "Dana khusus nomor 22", "Warga 30");
        for (var page : printed(year.statements(), locale)) {
            assertThat(page).contains(label);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aYearOfLossShowsItsMismatchesAndDividesNothing(Locale locale) throws Exception {
        var year = SampleYear.loss();
        var report = text(written(out -> statements.reportPdf(year.report(), locale, out)));
        for (var amount :
                new long[] {9_938_299, 9_932_299, 6_000, -5_397_981, -5_447_981, 5_397_981}) {
            assertThat(report).contains(rupiah(amount, locale));
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
                        written(out -> statements.reportHtml(year.report(), Locale.ENGLISH, out)),
                        UTF_8);
        var member =
                new String(
                        written(out ->
                                statements.memberHtml(
                                        year.statements().getFirst(), Locale.ENGLISH, out)),
                        UTF_8);
        var shown = name.replaceAll("[\u0000\u0007\uD800\uFFFE]", " ");
        for (var html : List.of(report, member)) {
            assertThat(text(html)).contains(shown);
            assertThat(html).doesNotContain("<script", "<img", "<h1>x");
        }
        assertThat(
                        text(written(out ->
                                statements.reportPdf(year.report(), Locale.ENGLISH, out)))
                                .replaceAll("\\s", ""))
                .contains(shown.replaceAll("\\s", ""));
    }

    @Test
    void webPagesNeedNothingElse() throws Exception {
        var html =
                new String(
                        written(out ->
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

    @Test
    void theTableOfMembersIsReadBackAsItWas() throws Exception {
        var names =
                List.of(
                        "Budi",
                        "Siti, \"Ibu\"",
                        "=1+1",
                        "+62",
                        "-2",
                        "@SUM(A1)",
                        "\t=1",
                        " =1",
                        "garis\nbaru",
                        "Ñandú");
        var people =
                IntStream.range(0, names.size())
                        .mapToObj(i -> SampleYear.person(i + 1, names.get(i), 1_000L * i, 500))
                        .toList();
        var report = SampleYear.of(12_345_678, 12_345_678, halves(), people, null).report();
        var csv = new String(written(out -> statements.membersCsv(report.members(), out)), UTF_8);
        assertThat(csv)
                .startsWith(
                        "number,member_id,name,kind,business,capital,patronage,capital_part,total,paid\r\n");
        try (var parser =
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(new StringReader(csv))) {
            var lines = parser.getRecords();
            var members = report.members().iterator();
            assertThat(lines).hasSize(names.size());
            for (var line : lines) {
                var member = members.next();
                var name = line.get("name");
                assertThat(name.charAt(0)).isNotIn('=', '+', '-', '@', '\t', ' ');
                assertThat(name.startsWith("'") ? name.substring(1) : name)
                        .isEqualTo(member.name());
                assertThat(UUID.fromString(line.get("member_id"))).isEqualTo(member.memberId());
                assertThat(Long.parseLong(line.get("business")))
                        .isEqualTo(member.business().amount());
                assertThat(Long.parseLong(line.get("capital")))
                        .isEqualTo(member.capital().amount());
                assertThat(Long.parseLong(line.get("patronage")))
                        .isEqualTo(member.patronage().amount());
                assertThat(Long.parseLong(line.get("capital_part")))
                        .isEqualTo(member.capitalPart().amount());
                assertThat(Long.parseLong(line.get("total"))).isEqualTo(member.total().amount());
                assertThat(line.get("kind")).isEqualTo("ORDINARY");
                assertThat(line.get("paid")).isEqualTo("false");
            }
        }
        assertThat(csv).contains("Budi").doesNotContain("'Budi");
    }

    @Test
    void thePackHoldsReportStatementsAndTable() throws Exception {
        var year = SampleYear.large(260);
        var pack =
                written(out ->
                        statements.pack(
                                year.report(), year.stream(), StatementLanguage.INDONESIAN, out));
        var entries = unpacked(pack);
        assertThat(entries.keySet()).containsExactly("report.pdf", "members.csv", "statements.pdf");
        var pages = pages(entries.get("statements.pdf"));
        assertThat(pages).hasSize(260);
        assertThat(pages.get(259)).contains(year.statements().get(259).memberId().toString());
        var report = text(entries.get("report.pdf"));
        for (var member : year.report().members()) {
            assertThat(report).contains(member.memberId().toString());
        }
        assertThat(report).contains("Jumlah 260 anggota", "999.999.999.999");
        assertThat(new String(entries.get("members.csv"), UTF_8).lines()).hasSize(261);
    }

    @Test
    void moreMembersThanArePrintedAreRefusedBeforeAnythingIsWritten() {
        var report = SampleYear.constructed().report();
        var one = report.members().iterator().next();
        var out = new ByteArrayOutputStream();
        var many =
                new MeetingReport(
                        report.cooperative(),
                        null,
                        report.bookYear(),
                        report.zone(),
                        report.state(),
                        report.deadlines(),
                        report.phu(),
                        report.surplus(),
                        report.villageShare(),
                        report.nonMemberToReserve(),
                        report.funds(),
                        report.policy(),
                        null,
                        report.totalBusiness(),
                        report.totalCapital(),
                        Collections.nCopies(MemberLimit.MAX + 1, one),
                        Rupiah.ZERO,
                        report.reserveBalance(),
                        null);
        assertThatThrownBy(
                        () -> statements.pack(many, Stream.of(), StatementLanguage.INDONESIAN, out))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.rule())
                                        .isEqualTo(StatementRule.TOO_MANY_MEMBERS));
        assertThat(out.size()).isZero();
    }

    @Test
    void languagesAreIndonesianUnlessEnglishIsAskedFor() {
        assertThat(StatementLanguage.of(null)).isEqualTo(StatementLanguage.INDONESIAN);
        assertThat(StatementLanguage.of("id")).isEqualTo(StatementLanguage.INDONESIAN);
        assertThat(StatementLanguage.of("en")).isEqualTo(Locale.ENGLISH);
        assertThatThrownBy(() -> StatementLanguage.of("jv"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.rule())
                                        .isEqualTo(StatementRule.LANGUAGE_UNKNOWN));
    }

    /** Whatever an enum's value is, there is a word for it; both languages have the same words. */
    @Test
    void bothLanguagesHaveAllTheirWords() throws IOException {
        var indonesian = bundle("messages.properties");
        var english = bundle("messages_en.properties");
        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.values()).doesNotContain("");
        assertThat(english.values()).doesNotContain("");
        for (var bundle : List.of(indonesian, english)) {
            // In a pattern a plain apostrophe would quote what follows.
            assertThat(bundle.values()).noneMatch(text -> text.toString().contains("'"));
        }
        indonesian.forEach((key, text) ->
                assertThat(places(english.getProperty(key.toString())))
                        .as(key.toString())
                        .isEqualTo(places(text.toString())));
        var words = new LinkedHashMap<String, Enum<?>[]>();
        words.put("kind", MemberKind.values());
        words.put("kind.short", MemberKind.values());
        words.put("savings", SavingsKind.values());
        words.put("state", BookYearRecord.State.values());
        words.put("denominator", Policy.BusinessDenominator.values());
        words.put("basis", Policy.CapitalBasis.values());
        words.put("joiner", Policy.JoinerRule.values());
        words.put("leaver", Policy.LeaverPolicy.values());
        words.put("meeting", ReportedResolution.Meeting.values());
        words.put("ineligible", Ineligibility.values());
        words.put("manner", StatementPayment.Manner.values());
        words.forEach((group, values) -> {
            for (var value : values) {
                assertThat(indonesian).containsKey(group + "." + value.name());
            }
        });
        for (var template : List.of("report.html", "members.html", "member.html")) {
            var used = Pattern.compile("#\\{([a-zA-Z.]+)").matcher(resource(template));
            assertThat(used.results().map(found -> (Object) found.group(1)).distinct())
                    .hasSizeGreaterThan(5)
                    .isSubsetOf(indonesian.keySet());
        }
    }

    /** The numbers of the places that are filled in, {0} and so on. */
    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        bundle.load(new StringReader(resource(name)));
        return bundle;
    }

    private static String resource(String name) throws IOException {
        try (var in = StatementPrinter.class.getResourceAsStream("/statement/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static LinkedHashMap<String, Long> halves() {
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
