package id.lumbung.pharmacy.licence;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/licences")
class LicenceController {

    private final Licences licences;
    private final OutletOwners owners;
    private final AuditLog audit;
    private final Clock clock;

    LicenceController(Licences licences, OutletOwners owners, AuditLog audit, Clock clock) {
        this.licences = licences;
        this.owners = owners;
        this.audit = audit;
        this.clock = clock;
    }

    @Operation(
            summary = "Record a licence of a pharmacist or a technician for one outlet",
            description =
                    """
                    Example: `{"cooperativeId": "…", "outletId": "…", "holderId": "…", "name": "Dian", "kind": "PHARMACIST", \
                    "number": "503/SIPA/01", "from": "2025-07-01", "until": "2026-06-30"}`. \
                    Sent again with another end, the end is changed: every sale is judged by the licence as it stands.\
                    """)
    @PutMapping("/{id}")
    Licence put(@PathVariable UUID id, @Valid @RequestBody LicenceRequest request) {
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
                    "Izin berakhir (%s) sebelum berlaku (%s).".formatted(until, licence.from()),
                    "The licence ends (%s) before it begins (%s)."
                            .formatted(until, licence.from()));
        }
    }

    private static void requireSameHolder(Licence before, Licence licence) {
        if (!before.cooperativeId().equals(licence.cooperativeId())
                || !before.outletId().equals(licence.outletId())
                || !before.holderId().equals(licence.holderId())) {
            throw LicenceRule.LICENCE_ID_REUSED.because(
                    "Id ini sudah dipakai untuk izin lain. Yang tercatat tetap berlaku.",
                    "Another licence is recorded under this id. What is recorded stands.");
        }
    }

    @Operation(summary = "The licences of an outlet's people, ended ones among them")
    @GetMapping
    List<Licence> list(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return licences.ofOutlet(cooperativeId, outletId);
    }
}
