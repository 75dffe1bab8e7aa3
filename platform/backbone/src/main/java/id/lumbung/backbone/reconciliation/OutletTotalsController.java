package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.fact.OutletOwners.Outlet;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What this service's own database holds, by outlet and day, for comparison with another's. */
@RestController
@RequestMapping("/reconciliation/outlets")
final class OutletTotalsController {

    private final ReconciliationSource source;
    private final Clock clock;

    OutletTotalsController(ReconciliationSource source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * @param pending facts of this service that were not published yet when the totals were taken
     */
    record Totals(UUID outletId, long pending, Instant takenAt, List<DayTotals.Day> days) {}

    record Fact(UUID eventId, UUID factId, long amount) {}

    @Operation(summary = "The outlets this service has facts of, or those of one cooperative")
    @GetMapping
    List<Outlet> outlets(@RequestParam(required = false) @Nullable UUID cooperativeId) {
        return cooperativeId == null ? source.outlets() : source.outlets(cooperativeId);
    }

    @Operation(summary = "Count, sum and digest of an outlet's facts, by day")
    @GetMapping("/{outletId}/days")
    Totals days(
            @PathVariable UUID outletId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = DayRange.DEFAULT_ZONE) ZoneId zone) {
        var pending = source.pending();
        var takenAt = clock.instant();
        var totals = new DayTotals(zone);
        var range = DayRange.of(from, to, zone);
        source.lines(outletId, range.from(), range.until(), totals::add);
        return new Totals(outletId, pending, takenAt, totals.days());
    }

    @Operation(summary = "The facts of one outlet and day, by id and amount")
    @GetMapping("/{outletId}/days/{day}/facts")
    List<Fact> facts(
            @PathVariable UUID outletId,
            @PathVariable LocalDate day,
            @RequestParam(defaultValue = DayRange.DEFAULT_ZONE) ZoneId zone) {
        var facts = new ArrayList<Fact>();
        var range = DayRange.of(day, day, zone);
        source.lines(
                outletId,
                range.from(),
                range.until(),
                line -> facts.add(new Fact(line.eventId(), line.factId(), line.amount())));
        return facts;
    }
}
