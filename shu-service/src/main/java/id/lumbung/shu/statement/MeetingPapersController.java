package id.lumbung.shu.statement;

import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All papers of a meeting, in Indonesian or, by {@code lang=en}, in English. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class MeetingPapersController {

    private final ReportAssembler reports;
    private final StatementAssembler statements;
    private final StatementPrinter printer;

    MeetingPapersController(
            ReportAssembler reports, StatementAssembler statements, StatementPrinter printer) {
        this.reports = reports;
        this.statements = statements;
        this.printer = printer;
    }

    @Operation(summary = "The table of all members as CSV")
    @GetMapping(path = "/members.csv", produces = "text/csv")
    void membersCsv(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            HttpServletResponse response)
            throws IOException {
        var report = reports.report(cooperativeId, year);
        Download.file(response, Download.CSV, "shu-" + year + ".csv");
        printer.membersCsv(report.members(), response.getOutputStream());
    }

    @Operation(summary = "The whole pack for the meeting: report, table and all statements, as ZIP")
    @GetMapping(path = "/pack.zip", produces = "application/zip")
    void pack(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable String lang,
            HttpServletResponse response)
            throws IOException {
        var locale = StatementLanguage.of(lang);
        var report = reports.report(cooperativeId, year);
        Download.file(response, Download.ZIP, "shu-" + year + ".zip");
        printer.pack(
                report,
                statements.statements(cooperativeId, year),
                locale,
                response.getOutputStream());
    }
}
