package id.lumbung.shu.statement;

import id.lumbung.edge.problem.Refusal;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
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

    /** Members of one cooperative for whom statements are made in one go. */
    public static final int MAX_MEMBERS = 20_000;

    public static final Locale INDONESIAN = Locale.of("id");

    /**
     * Statements in one PDF. What a PDF knows of its pages is in memory until it is written, some 7
     * MB for a thousand.
     */
    static final int MAX_IN_ONE_PDF = 2_000;

    private static final int STATEMENT_BATCH = 25;
    private static final int ROW_BATCH = 200;
    private static final int PRINT_TIMEOUT_SECONDS = 30;

    private final Semaphore large = new Semaphore(1, true);
    private final Semaphore small = new Semaphore(2, true);

    /** Loaded by the first use. */
    private static final class Loaded {
        static final Templates TEMPLATES = new Templates();
    }

    /**
     * @param language {@code id}, {@code en}, or none for Indonesian
     * @throws Refusal for any other
     */
    public static Locale language(@Nullable String language) {
        return switch (language) {
            case null -> INDONESIAN;
            case "id" -> INDONESIAN;
            case "en" -> Locale.ENGLISH;
            default ->
                    throw StatementRule.LANGUAGE_UNKNOWN.because(
                            "Laporan ditulis dalam bahasa Indonesia (lang=id) dan Inggris (lang=en).",
                            "Statements are written in Indonesian (lang=id) and English (lang=en).");
        };
    }

    public void memberHtml(MemberStatement statement, Locale locale, OutputStream out)
            throws IOException {
        html("member", Map.of("statements", List.of(statement)), locale, out);
    }

    public void reportHtml(MeetingReport report, Locale locale, OutputStream out)
            throws IOException {
        checkNumber(report.members());
        var rows = new MemberRows(report.members());
        html("report", Map.of("report", report, "rows", rows, "sums", rows), locale, out);
    }

    public void memberPdf(MemberStatement statement, Locale locale, OutputStream out)
            throws IOException {
        try (var _ = turn(small)) {
            printStatements(List.of(statement).iterator(), locale, out);
        }
    }

    public void reportPdf(MeetingReport report, Locale locale, OutputStream out)
            throws IOException {
        checkNumber(report.members());
        try (var _ = turn(large)) {
            printReport(report, locale, out);
        }
    }

    /** CSV in UTF-8 with English column names; whole rupiah. */
    public void membersCsv(Iterable<MeetingReport.Member> members, OutputStream out)
            throws IOException {
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
        checkNumber(report.members());
        try (statements;
                var _ = turn(large)) {
            var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            zip.putNextEntry(new ZipEntry("report.pdf"));
            printReport(report, locale, zip);
            zip.putNextEntry(new ZipEntry("members.csv"));
            membersCsv(report.members(), zip);
            var all = statements.iterator();
            for (var volume = 1; all.hasNext(); volume++) {
                zip.putNextEntry(
                        new ZipEntry(
                                volume == 1 ? "statements.pdf" : "statements-" + volume + ".pdf"));
                printStatements(all, locale, zip);
            }
            zip.finish();
        }
    }

    private static void printReport(MeetingReport report, Locale locale, OutputStream out)
            throws IOException {
        var rows = new MemberRows(report.members());
        try (var pages = new PrintedPages()) {
            pages.append(page("report", Map.of("report", report), locale));
            var all = rows.iterator();
            while (all.hasNext()) {
                var some = next(all, ROW_BATCH);
                var figures = new HashMap<String, Object>(Map.of("report", report, "rows", some));
                if (!all.hasNext()) {
                    figures.put("sums", rows);
                }
                pages.append(page("members", figures, locale));
            }
            pages.write(new Unclosed(out));
        }
    }

    /** Prints as many as one PDF takes. */
    private static void printStatements(
            Iterator<MemberStatement> all, Locale locale, OutputStream out) throws IOException {
        try (var pages = new PrintedPages()) {
            for (var printed = 0;
                    printed < MAX_IN_ONE_PDF && all.hasNext();
                    printed += STATEMENT_BATCH) {
                var some = next(all, STATEMENT_BATCH);
                pages.append(page("member", Map.of("statements", some), locale));
            }
            pages.write(new Unclosed(out));
        }
    }

    private static <T> List<T> next(Iterator<T> all, int many) {
        var some = new ArrayList<T>(many);
        while (some.size() < many && all.hasNext()) {
            some.add(all.next());
        }
        return some;
    }

    private static String page(String template, Map<String, Object> figures, Locale locale) {
        var page = new StringWriter();
        Loaded.TEMPLATES.writeForPrinter(template, figures, locale, page);
        return page.toString();
    }

    private static void html(
            String template, Map<String, Object> figures, Locale locale, OutputStream out)
            throws IOException {
        var page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Loaded.TEMPLATES.writeForScreen(template, figures, locale, page);
        page.flush();
    }

    private static void checkNumber(Iterable<MeetingReport.Member> members) {
        var count = 0;
        for (var _ : members) {
            if (++count > MAX_MEMBERS) {
                throw tooMany();
            }
        }
    }

    static Refusal tooMany() {
        return StatementRule.TOO_MANY_MEMBERS.because(
                "Laporan dibuat untuk paling banyak %d anggota sekali jalan. Ambil tabel anggota sebagai CSV."
                        .formatted(MAX_MEMBERS),
                "Statements are made for at most %d members in one go. Take the member table as CSV."
                        .formatted(MAX_MEMBERS));
    }

    private interface Turn extends AutoCloseable {

        @Override
        void close();
    }

    private static Turn turn(Semaphore press) {
        try {
            if (press.tryAcquire(PRINT_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return press::release;
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw StatementRule.PRINTING_BUSY.because(
                "Laporan lain sedang dicetak. Coba lagi satu menit lagi.",
                "Other statements are being printed. Ask again in a minute.");
    }

    /** Whoever gave the stream closes it; a PDF closes what it is written into. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int many) throws IOException {
            out.write(bytes, from, many);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
