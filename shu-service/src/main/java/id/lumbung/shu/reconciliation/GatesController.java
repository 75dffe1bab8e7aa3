package id.lumbung.shu.reconciliation;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.bookyear.BookYears;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GatesController {

    private final Completeness completeness;
    private final BookYears bookYears;

    GatesController(Completeness completeness, BookYears bookYears) {
        this.completeness = completeness;
        this.bookYears = bookYears;
    }

    @Operation(
            summary =
                    "Whether all that happened up to the end of a book year is in the journal, gate by gate, as of now")
    @GetMapping("/cooperatives/{cooperativeId}/book-years/{year}/gates")
    CompletenessCheck gates(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        var bookYear = bookYears.of(cooperativeId, year);
        return completeness.check(cooperativeId, bookYear.zone(), bookYear.until(), Set.of());
    }
}
