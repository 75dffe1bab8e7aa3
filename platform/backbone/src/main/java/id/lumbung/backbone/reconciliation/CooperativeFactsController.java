package id.lumbung.backbone.reconciliation;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The facts of one outlet, for whoever looks for what its control totals say is missing. */
@RestController
@RequestMapping("/reconciliation/cooperatives/{cooperativeId}")
final class CooperativeFactsController {

    /** Far above a village outlet's year. */
    static final int MAX_FACTS = 200_000;

    private final OwnFacts own;
    private final StoredFacts stored;

    CooperativeFactsController(OwnFacts own, StoredFacts stored) {
        this.own = own;
        this.stored = stored;
    }

    @Operation(
            summary =
                    "The facts of one outlet in a stretch of days, by id and amount, and whether each was published")
    @GetMapping("/outlets/{outletId}/facts")
    CooperativeFacts facts(
            @PathVariable UUID cooperativeId,
            @PathVariable UUID outletId,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = DayRange.DEFAULT_ZONE) ZoneId zone) {
        if (own.outlets(cooperativeId).stream()
                .noneMatch(outlet -> outlet.outletId().equals(outletId))) {
            throw FactsRule.noSuchOutlet();
        }
        var facts = new ArrayList<CooperativeFacts.Fact>();
        var range = DayRange.of(from, to, zone);
        stored.each(
                cooperativeId,
                outletId,
                range.from(),
                until != null && until.isBefore(range.until())
                        ? DayRange.within(until)
                        : range.until(),
                fact -> {
                    if (facts.size() == MAX_FACTS) {
                        throw FactsRule.tooManyFacts(MAX_FACTS);
                    }
                    var line = fact.line();
                    facts.add(
                            new CooperativeFacts.Fact(
                                    line.eventId(),
                                    line.factId(),
                                    line.at().atZone(zone).toLocalDate(),
                                    line.amount(),
                                    fact.state()));
                });
        return new CooperativeFacts(outletId, facts);
    }
}
