package id.lumbung.backbone.reconciliation;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.fact.Republishing;
import id.lumbung.backbone.security.Actor;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For operators: publishes facts again that the journal lacks. */
@RestController
final class RepublishController {

    private static final Logger log = LoggerFactory.getLogger(RepublishController.class);

    private final Republishing republishing;
    private final OutletOwners owners;
    private final AuditLog audit;

    RepublishController(Republishing republishing, OutletOwners owners, AuditLog audit) {
        this.republishing = republishing;
        this.owners = owners;
        this.audit = audit;
    }

    /**
     * @param enqueued facts whose messages are in the outbox again, under the ids they had
     */
    record Republished(long enqueued) {}

    @Operation(
            summary =
                    "Publish an outlet's facts of a range of days again, under the same ids; what is journalled already counts once")
    @PostMapping("/reconciliation/outlets/{outletId}/republish")
    Republished republish(
            @PathVariable UUID outletId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = DayRange.DEFAULT_ZONE) ZoneId zone) {
        var range = DayRange.of(from, to, zone);
        audit.record(
                "FACTS_REPUBLISHED",
                owners.ownerOf(outletId).orElse(AuditLog.PLATFORM),
                outletId.toString(),
                "%s to %s".formatted(range.from(), range.until()));
        var enqueued = republishing.republish(outletId, range.from(), range.until());
        log.info(
                "{} facts of the outlet {} wait to be published again, asked by {}",
                enqueued,
                outletId,
                Actor.current().subject());
        return new Republished(enqueued);
    }
}
