package id.lumbung.shu.statement;

import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The report for the annual meeting, in Indonesian or, by {@code lang=en}, in English. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class ReportController {

    private final ReportAssembler assembler;
    private final StatementPrinter printer;

    ReportController(ReportAssembler assembler, StatementPrinter printer) {
        this.assembler = assembler;
        this.printer = printer;
    }

    @Operation(summary = "The SHU report for the annual meeting (RAT) as a web page")
    @GetMapping(path = "/report.html", produces = MediaType.TEXT_HTML_VALUE)
    void reportHtml(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementLanguage.of(lang);
        var report = assembler.report(cooperativeId, year);
        Download.page(response);
        printer.reportHtml(report, locale, response.getOutputStream());
    }

    @Operation(summary = "The SHU report as PDF")
    @GetMapping(path = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    void reportPdf(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementLanguage.of(lang);
        var report = assembler.report(cooperativeId, year);
        Download.file(response, MediaType.APPLICATION_PDF, "shu-" + year + ".pdf");
        printer.reportPdf(report, locale, response.getOutputStream());
    }
}
