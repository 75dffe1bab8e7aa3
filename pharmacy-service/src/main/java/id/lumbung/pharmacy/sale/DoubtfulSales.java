package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.DecidedTime;
import id.lumbung.backbone.fact.DoubtfulTime;
import id.lumbung.backbone.fact.DoubtfulTimeDesk;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.security.RequestGrant;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sales that a device with a wrong clock recorded, for persons to say when they were made. */
@RestController
class DoubtfulSales {

    private static final int MAX_SHOWN = 1_000;

    private final FactStore<Sale> sales;
    private final DoubtfulTimeDesk<Sale> desk;

    DoubtfulSales(FactStore<Sale> sales, AuditLog audit) {
        this.sales = sales;
        this.desk = new DoubtfulTimeDesk<>(sales, audit, "SALE");
    }

    @Operation(
            summary =
                    "An outlet's sales whose time is doubtful; they count nowhere until it is settled")
    @GetMapping("/sales/doubtful-times")
    List<DoubtfulTime> list(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return sales.doubtfulTimes().ofOutlet(cooperativeId, outletId, MAX_SHOWN);
    }

    @Operation(
            summary =
                    "Settle when a sale was made: the sale that counts is answered, or 202 while a second person has to say the same")
    @PutMapping("/sales/{id}/time")
    ResponseEntity<?> decide(@PathVariable UUID id, @Valid @RequestBody DecidedTime decided) {
        var sale =
                sales.find(id)
                        .filter(RequestGrant.current()::covers)
                        .orElseThrow(SaleRule::noSuchSale);
        return desk.answer(sale, decided, sale::settledAt);
    }
}
