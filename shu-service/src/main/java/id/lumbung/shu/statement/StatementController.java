package id.lumbung.shu.statement;

import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people can hold, in Indonesian or, by {@code lang=en}, in English. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class StatementController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType ZIP = new MediaType("application", "zip");

    private final StatementAssembler desk;
    private final StatementPrinter statements;

    StatementController(StatementAssembler desk, StatementPrinter statements) {
        this.desk = desk;
        this.statements = statements;
    }

    @Operation(summary = "A member's statement as a web page")
    @GetMapping(path = "/members/{memberId}/statement.html", produces = MediaType.TEXT_HTML_VALUE)
    void memberHtml(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementPrinter.language(lang);
        var statement = desk.statement(cooperativeId, year, memberId);
        answer(response, HTML, null);
        statements.memberHtml(statement, locale, response.getOutputStream());
    }

    @Operation(summary = "A member's statement as one page of PDF")
    @GetMapping(
            path = "/members/{memberId}/statement.pdf",
            produces = MediaType.APPLICATION_PDF_VALUE)
    void memberPdf(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementPrinter.language(lang);
        var statement = desk.statement(cooperativeId, year, memberId);
        answer(response, MediaType.APPLICATION_PDF, "shu-" + year + "-" + memberId + ".pdf");
        statements.memberPdf(statement, locale, response.getOutputStream());
    }

    @Operation(summary = "The SHU report for the annual meeting (RAT) as a web page")
    @GetMapping(path = "/report.html", produces = MediaType.TEXT_HTML_VALUE)
    void reportHtml(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementPrinter.language(lang);
        var report = desk.report(cooperativeId, year);
        answer(response, HTML, null);
        statements.reportHtml(report, locale, response.getOutputStream());
    }

    @Operation(summary = "The SHU report as PDF")
    @GetMapping(path = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    void reportPdf(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementPrinter.language(lang);
        var report = desk.report(cooperativeId, year);
        answer(response, MediaType.APPLICATION_PDF, "shu-" + year + ".pdf");
        statements.reportPdf(report, locale, response.getOutputStream());
    }

    @Operation(summary = "The table of all members as CSV")
    @GetMapping(path = "/members.csv", produces = "text/csv")
    void membersCsv(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            HttpServletResponse response)
            throws IOException {
        var report = desk.report(cooperativeId, year);
        answer(response, CSV, "shu-" + year + ".csv");
        statements.membersCsv(report.members(), response.getOutputStream());
    }

    @Operation(summary = "The whole pack for the meeting: report, table and all statements, as ZIP")
    @GetMapping(path = "/pack.zip", produces = "application/zip")
    void pack(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementPrinter.language(lang);
        var report = desk.report(cooperativeId, year);
        answer(response, ZIP, "shu-" + year + ".zip");
        statements.pack(
                report, desk.statements(cooperativeId, year), locale, response.getOutputStream());
    }

    /** A file is offered to be kept, a page to be read. */
    private static void answer(
            HttpServletResponse response, MediaType type, @Nullable String fileName) {
        response.setContentType(type.toString());
        if (fileName != null) {
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment().filename(fileName).build().toString());
        }
    }
}
