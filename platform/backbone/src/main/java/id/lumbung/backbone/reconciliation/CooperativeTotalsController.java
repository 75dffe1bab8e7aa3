package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.consumer.DeadLetterStore;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What this service's own database holds of one cooperative, for whoever closes its book year: two
 * round trips say all, however many outlets and days there are.
 */
@RestController
@RequestMapping("/reconciliation/cooperatives/{cooperativeId}")
final class CooperativeTotalsController {

    private final OwnFacts own;
    private final StoredFacts facts;
    private final @Nullable DeadLetterStore deadLetters;
    private final Clock clock;
    private final String service;

    /**
     * @param deadLetters null where this service consumes nothing
     */
    CooperativeTotalsController(
            OwnFacts own,
            StoredFacts facts,
            @Nullable DeadLetterStore deadLetters,
            Clock clock,
            String service) {
        this.own = own;
        this.facts = facts;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.service = service;
    }

    @Operation(
            summary =
                    "Count, sum and digest of a cooperative's facts by outlet and day, and what is not published yet")
    @GetMapping
    CooperativeTotals totals(
            @PathVariable UUID cooperativeId,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = DayRange.DEFAULT_ZONE) ZoneId zone) {
        var end = until == null ? DayRange.NEVER : DayRange.within(until);
        var pending = own.pending(cooperativeId, end);
        var blocked = own.blocked(cooperativeId, end);
        var dead = deadLetters == null ? 0 : deadLetters.open(cooperativeId).ofCooperative();
        var takenAt = clock.instant();
        var outlets = new ArrayList<CooperativeTotals.Outlet>();
        for (var outlet : own.outlets(cooperativeId)) {
            var totals = new DayTotals(zone);
            facts.each(
                    cooperativeId,
                    outlet.outletId(),
                    Instant.EPOCH,
                    end,
                    stored -> totals.add(stored.line()));
            outlets.add(new CooperativeTotals.Outlet(outlet.outletId(), totals.days()));
        }
        return new CooperativeTotals(service, takenAt, pending, blocked, dead, outlets);
    }
}
