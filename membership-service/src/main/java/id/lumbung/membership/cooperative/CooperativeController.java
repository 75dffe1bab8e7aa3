package id.lumbung.membership.cooperative;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CooperativeController {

    /** Many times what a village can run. */
    private static final int OUTLETS_SHOWN = 1_000;

    private final Cooperatives cooperatives;
    private final Outlets outlets;

    CooperativeController(Cooperatives cooperatives, Outlets outlets) {
        this.cooperatives = cooperatives;
        this.outlets = outlets;
    }

    @Operation(summary = "Register a cooperative")
    @PutMapping("/cooperatives/{id}")
    Cooperative register(
            @PathVariable UUID id, @Valid @RequestBody CooperativeRegistration registration) {
        return cooperatives.register(
                new Cooperative(
                        id,
                        registration.name(),
                        registration.villageCode(),
                        registration.kind(),
                        registration.zone(),
                        cooperatives.now()));
    }

    @Operation(summary = "A cooperative")
    @GetMapping("/cooperatives/{id}")
    Cooperative cooperative(@PathVariable UUID id) {
        return cooperatives.get(id);
    }

    @Operation(summary = "Open an outlet of a cooperative")
    @PutMapping("/outlets/{id}")
    Outlet open(@PathVariable UUID id, @Valid @RequestBody OutletOpening opening) {
        var cooperative = cooperatives.get(opening.cooperativeId());
        return outlets.open(
                new Outlet(id, cooperative.id(), opening.kind(), opening.name(), outlets.now()));
    }

    @Operation(summary = "The outlets of a cooperative, no more than 1,000")
    @GetMapping("/outlets")
    List<Outlet> outlets(@RequestParam UUID cooperativeId) {
        return outlets.of(cooperativeId, OUTLETS_SHOWN);
    }
}
