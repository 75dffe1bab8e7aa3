package id.lumbung.pharmacy.licence;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/outlet-profile")
class OutletProfileController {

    private final OutletProfiles profiles;
    private final OutletOwners owners;
    private final AuditLog audit;

    OutletProfileController(OutletProfiles profiles, OutletOwners owners, AuditLog audit) {
        this.profiles = profiles;
        this.owners = owners;
        this.audit = audit;
    }

    @Operation(
            summary = "Say what an outlet is from a date on: its zone, its capability, its status",
            description =
                    """
                    Example: `{"cooperativeId": "…", "outletId": "…", "zone": "WIT", "capability": "APOTEK", \
                    "status": "OPEN", "from": "2026-01-01", "stopDaysBeforeExpiry": 0}`. \
                    Said again of the same date it takes the place of what was said.\
                    """)
    @PutMapping
    OutletProfile put(@Valid @RequestBody OutletProfileRequest request) {
        owners.require(request.cooperativeId(), request.outletId());
        var before = profiles.of(request.cooperativeId(), request.outletId());
        var profile = before.with(request.zone(), request.stopDaysBeforeExpiry(), request.term());
        if (!profile.equals(before)) {
            audit.record(
                    "OUTLET_PROFILE_CHANGED",
                    request.cooperativeId(),
                    request.outletId().toString(),
                    "%s %s %s".formatted(request.capability(), request.status(), request.from()));
            profiles.keep(profile);
        }
        return profile;
    }

    @Operation(summary = "What an outlet is, by date")
    @GetMapping
    OutletProfile find(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return profiles.of(cooperativeId, outletId);
    }
}
