package id.lumbung.backbone.reconciliation;

import id.lumbung.edge.problem.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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

    enum Rule implements Refusal.Rule {
        @Refusal.Answers(HttpStatus.NOT_FOUND)
        NO_SUCH_OUTLET,
        @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
        TOO_MANY_FACTS
    }

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
            throw Rule.NO_SUCH_OUTLET.because(
                    "Koperasi ini tidak mempunyai catatan dari gerai itu di sini. Lihat GET /reconciliation/outlets?cooperativeId=.",
                    "This cooperative has no facts of such an outlet here. See GET /reconciliation/outlets?cooperativeId=.");
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
                        throw Rule.TOO_MANY_FACTS.because(
                                "Ada lebih dari %d catatan dalam hari-hari ini. Minta lebih sedikit hari."
                                        .formatted(MAX_FACTS),
                                "There are more than %d facts in these days. Ask for fewer days."
                                        .formatted(MAX_FACTS));
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
