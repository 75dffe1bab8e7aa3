package id.lumbung.pharmacy.stock;

import id.lumbung.pharmacy.stock.StockActAnswer.State;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock")
class StockActController {

    private final StockDesk desk;
    private final Proposals proposals;

    StockActController(StockDesk desk, Proposals proposals) {
        this.desk = desk;
        this.proposals = proposals;
    }

    @Operation(
            summary =
                    "Record what was done to stock: opening, receipt, count, hold, transfer, damage, destruction, sending back",
            description =
                    """
                    Sent twice it is one. A receipt: `{"cooperativeId": "…", "outletId": "…", "kind": "RECEIVED", \
                    "reference": "F-1", "supplier": "PBF Sehat", "at": "2026-05-04T02:00:00Z", "lines": [{"productId": "…", \
                    "batch": "AX01", "expiry": "08/2027", "quantity": 1100, "free": 100, "cost": 550000}]}`. \
                    A count says in `quantity` what was there at `at`. `RECEIPT_CANCELLED` and `TRANSFERRED_IN` name in `of` \
                    the act that they answer, and take its lines. A destruction, and a count that takes away more than \
                    the setting, is answered with 202: another person has to consent.\
                    """)
    @PutMapping("/acts/{id}")
    ResponseEntity<StockActAnswer> put(
            @PathVariable UUID id, @Valid @RequestBody StockActRequest request) {
        var answer = desk.put(id, request);
        var status = answer.state() == State.PROPOSED ? HttpStatus.ACCEPTED : HttpStatus.OK;
        return ResponseEntity.status(status).body(answer);
    }

    @Operation(summary = "Consent to an act on stock that another person has proposed; it is done")
    @PutMapping("/acts/{id}/consent")
    StockActAnswer consent(@PathVariable UUID id) {
        return desk.consent(id);
    }

    @Operation(summary = "An act on stock, done or proposed")
    @GetMapping("/acts/{id}")
    StockActAnswer find(@PathVariable UUID id) {
        return desk.find(id);
    }

    @Operation(summary = "An outlet's acts on stock that wait for a second person")
    @GetMapping("/proposals")
    List<Proposal> proposals(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return proposals.ofOutlet(cooperativeId, outletId);
    }
}
