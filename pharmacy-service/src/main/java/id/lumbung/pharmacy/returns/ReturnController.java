package id.lumbung.pharmacy.returns;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/returns")
class ReturnController {

    private final ReturnDesk desk;

    ReturnController(ReturnDesk desk) {
        this.desk = desk;
    }

    @Operation(summary = "Take back a sale or part of it, under an id the counter made")
    @PutMapping("/{id}")
    Return take(@PathVariable UUID id, @Valid @RequestBody ReturnRequest request) {
        return desk.take(id, request);
    }

    @Operation(summary = "A return")
    @GetMapping("/{id}")
    Return find(@PathVariable UUID id) {
        return desk.find(id);
    }
}
