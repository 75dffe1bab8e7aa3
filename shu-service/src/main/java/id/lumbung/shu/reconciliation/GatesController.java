package id.lumbung.shu.reconciliation;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.patronage.PatronageBook;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GatesController {

    private final Completeness completeness;
    private final PatronageBook book;

    GatesController(Completeness completeness, PatronageBook book) {
        this.completeness = completeness;
        this.book = book;
    }

    @Operation(
            summary =
                    "Whether all that happened up to the end of a book year is in the journal, gate by gate, as of now")
    @GetMapping("/cooperatives/{cooperativeId}/book-years/{year}/gates")
    Completeness.Check gates(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        var bookYear = book.year(cooperativeId, year);
        return completeness.check(cooperativeId, bookYear.zone(), bookYear.until());
    }
}
