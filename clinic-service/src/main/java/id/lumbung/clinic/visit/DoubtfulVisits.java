package id.lumbung.clinic.visit;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.DecidedTime;
import id.lumbung.backbone.fact.DoubtfulTime;
import id.lumbung.backbone.fact.DoubtfulTimeDesk;
import id.lumbung.backbone.fact.FactStore;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Settlements of visits that a device with a wrong clock recorded, for persons to say when they
 * were paid.
 */
@RestController
class DoubtfulVisits {

    private static final int MAX_SHOWN = 1_000;

    private final FrontDesk visits;
    private final FactStore<Settlement> settlements;
    private final DoubtfulTimeDesk<Settlement> desk;

    DoubtfulVisits(FrontDesk visits, FactStore<Settlement> settlements, AuditLog audit) {
        this.visits = visits;
        this.settlements = settlements;
        this.desk = new DoubtfulTimeDesk<>(settlements, audit, "VISIT");
    }

    @Operation(
            summary =
                    "A clinic's visits settled at a doubtful time; they count nowhere until it is settled")
    @GetMapping("/visits/doubtful-times")
    List<DoubtfulTime> list(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return settlements.doubtfulTimes().ofOutlet(cooperativeId, outletId, MAX_SHOWN);
    }

    @Operation(
            summary =
                    "Settle when a visit was paid: the settlement that counts is answered, or 202 while a second person has to say the same")
    @PutMapping("/visits/{id}/settlement/time")
    ResponseEntity<?> decide(@PathVariable UUID id, @Valid @RequestBody DecidedTime decided) {
        var settlement = settlements.find(visits.get(id).id()).orElseThrow(VisitRule::notSettled);
        return desk.answer(settlement, decided, settlement::settledAt);
    }
}
