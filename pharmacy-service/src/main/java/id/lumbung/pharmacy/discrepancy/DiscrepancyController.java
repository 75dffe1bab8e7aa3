package id.lumbung.pharmacy.discrepancy;

import id.lumbung.pharmacy.licence.OutletProfiles;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/discrepancies")
class DiscrepancyController {

    private static final int USUAL_DAYS = 30;

    private final DiscrepancyDesk desk;
    private final DiscrepancyList list;
    private final OutletProfiles profiles;
    private final Clock clock;

    DiscrepancyController(
            DiscrepancyDesk desk, DiscrepancyList list, OutletProfiles profiles, Clock clock) {
        this.desk = desk;
        this.list = list;
        this.profiles = profiles;
        this.clock = clock;
    }

    @Operation(
            summary = "What happened at an outlet and does not fit its books or the rules",
            description =
                    "Of the last 30 days, unless `from` and `until` (both counted, at most 92 days) say otherwise.")
    @GetMapping
    List<ListedDiscrepancy> list(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate until,
            @RequestParam(required = false) ListedDiscrepancy.@Nullable State state) {
        var shop = profiles.shop(cooperativeId, outletId);
        var last = Objects.requireNonNullElseGet(until, () -> shop.dateAt(clock.instant()));
        var first =
                from == null && last.getYear() > 0
                        ? last.minusDays(USUAL_DAYS)
                        : Objects.requireNonNullElse(from, last);
        return list.of(new Days(cooperativeId, outletId, first, last)).stream()
                .filter(it -> state == null || it.state() == state)
                .toList();
    }

    @Operation(
            summary = "Say how a discrepancy was settled",
            description =
                    """
                    Example: `{"cooperativeId": "…", "outletId": "…", "day": "2026-05-04", "outcome": "CORRECTED", \
                    "reason": "counted again"}`. Where its figures change later, it is open again.\
                    """)
    @PutMapping("/{id}/settlement")
    ListedDiscrepancy settle(@PathVariable UUID id, @Valid @RequestBody SettlementRequest asked) {
        return desk.settle(id, asked);
    }
}
