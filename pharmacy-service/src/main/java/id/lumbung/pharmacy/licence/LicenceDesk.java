package id.lumbung.pharmacy.licence;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where licences are recorded, each with a line of the audit. */
@Component
class LicenceDesk {

    private final Licences licences;
    private final OutletOwners owners;
    private final AuditLog audit;
    private final Clock clock;

    LicenceDesk(Licences licences, OutletOwners owners, AuditLog audit, Clock clock) {
        this.licences = licences;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it ends before it begins, or another stands
     *     under its id
     */
    Licence put(UUID id, LicenceRequest request) {
        owners.require(request.cooperativeId(), request.outletId());
        var licence = request.licence(id, clock.instant());
        requireOrder(licence);
        var before = licences.find(id);
        if (before.isPresent()) {
            if (licence.isSameAs(before.get())) {
                return before.get();
            }
            requireSameHolder(before.get(), licence);
        }
        audit.record(
                "LICENCE_RECORDED",
                licence.cooperativeId(),
                id.toString(),
                "%s..%s".formatted(licence.from(), licence.until()));
        licences.keep(licence);
        return licence;
    }

    private static void requireOrder(Licence licence) {
        var until = licence.until();
        if (until != null && until.isBefore(licence.from())) {
            throw LicenceRule.LICENCE_ENDS_BEFORE_IT_BEGINS.because(
                    "Izin berakhir sebelum berlaku.", "The licence ends before it begins.");
        }
    }

    private static void requireSameHolder(Licence before, Licence licence) {
        if (!before.isOfSameHolder(licence)) {
            throw LicenceRule.LICENCE_ID_REUSED.because(
                    "Id ini sudah dipakai untuk izin lain. Yang tercatat tetap berlaku.",
                    "Another licence is recorded under this id. What is recorded stands.");
        }
    }
}
