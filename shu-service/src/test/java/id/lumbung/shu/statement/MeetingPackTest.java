package id.lumbung.shu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.Test;

/** What a board downloads for its meeting: the report, all statements, and the table of members. */
class MeetingPackTest {

    private final StatementPrinter statements = new StatementPrinter();

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
        var report =
                SampleYear.of(12_345_678, 12_345_678, StatementsTest.halves(), people, null)
                        .report();
        var csv =
                new String(
                        PrintedText.written(out -> statements.membersCsv(report.members(), out)),
                        UTF_8);
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
                PrintedText.written(out ->
                        statements.pack(
                                year.report(), year.stream(), StatementLanguage.INDONESIAN, out));
        var entries = PrintedText.unpacked(pack);
        assertThat(entries.keySet()).containsExactly("report.pdf", "members.csv", "statements.pdf");
        var pages = PrintedText.pages(entries.get("statements.pdf"));
        assertThat(pages).hasSize(260);
        assertThat(pages.get(259)).contains(year.statements().get(259).memberId().toString());
        var report = PrintedText.text(entries.get("report.pdf"));
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
}
