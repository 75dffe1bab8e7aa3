package id.lumbung.shu.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All papers of a meeting in one ZIP: the report, the table of members and their statements. */
final class MeetingPack {

    private MeetingPack() {}

    static void write(
            MeetingReport report, Iterator<MemberStatement> all, Locale locale, OutputStream out)
            throws IOException {
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.putNextEntry(new ZipEntry("report.pdf"));
        Pdf.report(report, locale, zip);
        zip.putNextEntry(new ZipEntry("members.csv"));
        MemberTable.write(report.members(), zip);
        for (var volume = 1; all.hasNext(); volume++) {
            zip.putNextEntry(
                    new ZipEntry(volume == 1 ? "statements.pdf" : "statements-" + volume + ".pdf"));
            Pdf.statements(all, locale, zip);
        }
        zip.finish();
    }
}
