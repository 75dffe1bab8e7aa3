package id.lumbung.shu.statement;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints into a PDF, some pages at a time. The stream that is given stays open. */
final class Pdf {

    /** What a PDF knows of these pages is in memory until it is written, some 14 MB. */
    static final int MAX_STATEMENTS = 2_000;

    private static final int STATEMENT_BATCH = 25;
    private static final int ROW_BATCH = 200;

    private Pdf() {}

    static void report(MeetingReport report, Locale locale, OutputStream out) throws IOException {
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

    /** Prints as many as one PDF takes; the next call goes on after them. */
    static void statements(Iterator<MemberStatement> all, Locale locale, OutputStream out)
            throws IOException {
        try (var pages = new PrintedPages()) {
            for (var printed = 0;
                    printed < MAX_STATEMENTS && all.hasNext();
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
        Templates.LOADED.writeForPrinter(template, figures, locale, page);
        return page.toString();
    }
}
