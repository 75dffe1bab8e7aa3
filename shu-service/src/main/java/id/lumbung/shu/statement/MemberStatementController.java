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

/** A member's statement, in Indonesian or, by {@code lang=en}, in English. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class MemberStatementController {

    private final StatementAssembler assembler;
    private final StatementPrinter printer;

    MemberStatementController(StatementAssembler assembler, StatementPrinter printer) {
        this.assembler = assembler;
        this.printer = printer;
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
        var locale = StatementLanguage.of(lang);
        var statement = assembler.statement(cooperativeId, year, memberId);
        Download.page(response);
        printer.memberHtml(statement, locale, response.getOutputStream());
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
        var locale = StatementLanguage.of(lang);
        var statement = assembler.statement(cooperativeId, year, memberId);
        Download.file(response, MediaType.APPLICATION_PDF, "shu-" + year + "-" + memberId + ".pdf");
        printer.memberPdf(statement, locale, response.getOutputStream());
    }
}
