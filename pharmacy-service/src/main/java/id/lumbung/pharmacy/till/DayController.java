package id.lumbung.pharmacy.till;

import id.lumbung.backbone.reconciliation.DayTotals;
import id.lumbung.backbone.reconciliation.ReconciliationSource;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.pharmacy.licence.OutletProfiles;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DayController {

    private final ReconciliationSource books;
    private final OutletProfiles outlets;
    private final Clock clock;

    DayController(ReconciliationSource books, OutletProfiles outlets, Clock clock) {
        this.books = books;
        this.outlets = outlets;
        this.clock = clock;
    }

    @Operation(
            summary = "What the books have of an outlet's day: count, sum, digest",
            description =
                    "Of sales and returns, by the outlet's own zone. The digest is the sum, modulo 2^128, of the first half of SHA-256 over each fact's event id (16 bytes) and signed amount (8 bytes, big endian), as 32 hexadecimal digits: a phone reckons the same of what it has, in any order.")
    @GetMapping("/outlets/{outletId}/days/{day}")
    DayInBooks day(
            @PathVariable UUID outletId,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam UUID cooperativeId) {
        RequestGrant.current().require(cooperativeId, outletId, null);
        var when = outlets.day(cooperativeId, outletId, day);
        var totals = new DayTotals(when.zone());
        var lines = new ArrayList<ReconciliationSource.Line>();
        var takenAt = clock.instant();
        books.lines(
                outletId,
                when.from(),
                when.until(),
                line -> {
                    totals.add(line);
                    lines.add(line);
                });
        return DayInBooks.of(day, when.zone(), totals.days(), lines, takenAt);
    }
}
