package id.lumbung.pharmacy.returns;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.fact.RefusedFact;
import id.lumbung.backbone.fact.RefusedFactDesk;
import id.lumbung.backbone.fact.RefusedFacts;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Returns that were refused although the goods came back: differences of the till. */
@RestController
@RequestMapping("/returns/refused")
class RefusedReturns {

    private final RefusedFacts refused;
    private final RefusedFactDesk desk;

    RefusedReturns(RefusedFacts refusedReturns, AuditLog audit, Clock clock) {
        this.refused = refusedReturns;
        this.desk = new RefusedFactDesk(refusedReturns, audit, clock, "RETURN");
    }

    @Operation(
            summary =
                    "An outlet's returns that were refused, where money may have been handed over")
    @GetMapping
    List<RefusedFact> list(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(defaultValue = "OPEN") RefusedFact.State state) {
        return refused.ofOutlet(cooperativeId, outletId, state);
    }

    @Operation(summary = "Say what became of the money of a return that was refused")
    @PutMapping("/{id}")
    RefusedFact settle(@PathVariable UUID id, @Valid @RequestBody RefusedFact.Settling settling) {
        return desk.settle(id, settling);
    }

    @Configuration
    static class Book {

        @Bean
        RefusedFacts returnDifferences(OutletOwners owners, MongoOperations mongo, Clock clock) {
            return new RefusedFacts(
                    "refusedReturns", ReturnRule.class::isInstance, owners, mongo, clock);
        }
    }
}
