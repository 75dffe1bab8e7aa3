package id.lumbung.shu.statement;

import id.lumbung.edge.problem.Refusal;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Makes what people can hold. Memory holds some pages at a time, whatever the number of members:
 * what is printed waits in a temporary file. One large print is made at a time, for the heap is
 * small; others wait a while and are then asked to come again, before anything was written.
 *
 * <p>Streams given to write into stay open. Templates, letters and printer are loaded by the first
 * who needs them, not at start.
 */
@Component
public class StatementPrinter {

    private final Press large = new Press(1);
    private final Press small = new Press(2);

    public void memberHtml(MemberStatement statement, Locale locale, OutputStream out)
            throws IOException {
        html("member", Map.of("statements", List.of(statement)), locale, out);
    }

    public void reportHtml(MeetingReport report, Locale locale, OutputStream out)
            throws IOException {
        MemberLimit.check(report.members());
        var rows = new MemberRows(report.members());
        html("report", Map.of("report", report, "rows", rows, "sums", rows), locale, out);
    }

    public void memberPdf(MemberStatement statement, Locale locale, OutputStream out)
            throws IOException {
        try (var _ = small.acquire()) {
            Pdf.statements(List.of(statement).iterator(), locale, out);
        }
    }

    public void reportPdf(MeetingReport report, Locale locale, OutputStream out)
            throws IOException {
        MemberLimit.check(report.members());
        try (var _ = large.acquire()) {
            Pdf.report(report, locale, out);
        }
    }

    /** CSV in UTF-8 with English column names; whole rupiah. */
    public void membersCsv(Iterable<ReportedMember> members, OutputStream out) throws IOException {
        MemberTable.write(members, out);
    }

    /**
     * A ZIP of {@code report.pdf}, {@code members.csv} and {@code statements.pdf}, a page for each
     * member; where there are more than two thousand, they go on in {@code statements-2.pdf} and so
     * on. The stream of statements is closed.
     *
     * @throws Refusal before anything is written: too many members, or another large print takes
     *     too long
     */
    public void pack(
            MeetingReport report,
            Stream<MemberStatement> statements,
            Locale locale,
            OutputStream out)
            throws IOException {
        MemberLimit.check(report.members());
        try (statements;
                var _ = large.acquire()) {
            MeetingPack.write(report, statements.iterator(), locale, out);
        }
    }

    private static void html(
            String template, Map<String, Object> figures, Locale locale, OutputStream out)
            throws IOException {
        var page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Templates.LOADED.writeForScreen(template, figures, locale, page);
        page.flush();
    }
}
