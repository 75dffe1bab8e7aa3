package id.lumbung.shu.simulation;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SimulationController {

    @Operation(summary = "What a surplus would come to for each fund and member; nothing is stored")
    @PostMapping("/simulations")
    Simulation.Outcome simulate(@RequestBody Simulation simulation) {
        return simulation.outcome();
    }
}
