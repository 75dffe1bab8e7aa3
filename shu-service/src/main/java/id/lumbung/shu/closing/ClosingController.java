package id.lumbung.shu.closing;

import id.lumbung.shu.bookyear.BookYear;
import id.lumbung.shu.closing.books.BooksClosing;
import id.lumbung.shu.closing.books.ClosingRequest;
import id.lumbung.shu.closing.books.ClosingReversal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.closing.record.BookYearView;
import id.lumbung.shu.closing.surplus.SurplusDivision;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steps that take long: 202 while they go on. Sent twice, each counts once. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years")
class ClosingController {

    private final BooksClosing closing;
    private final ClosingReversal reversal;
    private final SurplusDivision division;
    private final BookYearWorker worker;

    ClosingController(
            BooksClosing closing,
            ClosingReversal reversal,
            SurplusDivision division,
            BookYearWorker worker) {
        this.closing = closing;
        this.reversal = reversal;
        this.division = division;
        this.worker = worker;
    }

    @Operation(
            summary =
                    "Close the books, once everything is proved to be there; 202 while it takes longer")
    @PutMapping("/{year}/closing")
    ResponseEntity<BookYearView> close(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody(required = false) @Nullable ClosingRequest request) {
        return worked(
                closing.begin(cooperativeId, year, request == null ? Set.of() : request.outlets()));
    }

    @Operation(
            summary =
                    "Take back a closing, while nothing is proposed on it and no later year is closed")
    @DeleteMapping("/{year}/closing")
    ResponseEntity<BookYearView> reopen(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return worked(reversal.begin(cooperativeId, year));
    }

    @Operation(summary = "Divide the surplus for good; 202 while it takes longer")
    @PutMapping("/{year}/division")
    ResponseEntity<BookYearView> divide(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        return worked(division.begin(cooperativeId, year));
    }

    private ResponseEntity<BookYearView> worked(BookYearRecord started) {
        var record = worker.work(started);
        return ResponseEntity.status(
                        record.underWay() == null ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .body(BookYearView.of(record));
    }
}
