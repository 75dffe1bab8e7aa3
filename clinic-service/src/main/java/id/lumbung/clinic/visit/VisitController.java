package id.lumbung.clinic.visit;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class VisitController {

    private final FrontDesk desk;
    private final CashDesk cash;
    private final RefundDesk refunds;

    VisitController(FrontDesk desk, CashDesk cash, RefundDesk refunds) {
        this.desk = desk;
        this.cash = cash;
        this.refunds = refunds;
    }

    @Operation(summary = "Register a visit")
    @PutMapping("/visits/{id}")
    Visit register(@PathVariable UUID id, @Valid @RequestBody VisitRequest request) {
        return desk.register(request.visit(id));
    }

    @Operation(summary = "A visit; that it was read is recorded in the audit")
    @GetMapping("/visits/{id}")
    Visit visit(@PathVariable UUID id) {
        return desk.show(id);
    }

    @Operation(summary = "Settle a visit's fee")
    @PutMapping("/visits/{id}/settlement")
    Settlement settle(@PathVariable UUID id, @Valid @RequestBody SettlementRequest request) {
        return cash.settle(id, request);
    }

    @Operation(summary = "Pay back a visit's fee, or part of it")
    @PutMapping("/refunds/{id}")
    Refund refund(@PathVariable UUID id, @Valid @RequestBody RefundRequest request) {
        return refunds.refund(id, request);
    }
}
