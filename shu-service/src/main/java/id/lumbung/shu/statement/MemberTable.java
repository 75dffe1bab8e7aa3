package id.lumbung.shu.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** The table of all members as CSV: UTF-8, amounts in whole rupiah without grouping. */
final class MemberTable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader(
                            "number",
                            "member_id",
                            "name",
                            "kind",
                            "business",
                            "capital",
                            "patronage",
                            "capital_part",
                            "total",
                            "paid")
                    .get();

    private MemberTable() {}

    /** Leaves the stream open. */
    static void write(Iterable<ReportedMember> members, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var csv = FORMAT.print(writer);
        for (var member : members) {
            csv.printRecord(
                    member.number(),
                    member.memberId(),
                    harmless(member.name()),
                    member.kind(),
                    member.business().amount(),
                    member.capital().amount(),
                    member.patronage().amount(),
                    member.capitalPart().amount(),
                    member.total().amount(),
                    member.paid());
        }
        csv.flush();
    }

    /**
     * A spreadsheet runs a text that starts like a formula; behind an apostrophe it is a text. The
     * apostrophe is seen only where such a name is.
     */
    static String harmless(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return "";
        }
        return switch (name.stripLeading().isEmpty() ? ' ' : name.stripLeading().charAt(0)) {
            case '=', '+', '-', '@', '|', '＝', '＋', '－', '＠' -> "'" + name;
            default -> "\t\r\n".indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
        };
    }
}
