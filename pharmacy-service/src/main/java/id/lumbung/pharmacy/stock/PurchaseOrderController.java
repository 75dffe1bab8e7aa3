package id.lumbung.pharmacy.stock;

import id.lumbung.backbone.fact.ClockTolerance;
import id.lumbung.backbone.fact.OutletOwners;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock/orders")
class PurchaseOrderController {

    private final PurchaseOrders orders;
    private final OutletOwners owners;
    private final Clock clock;

    PurchaseOrderController(PurchaseOrders orders, OutletOwners owners, Clock clock) {
        this.orders = orders;
        this.owners = owners;
        this.clock = clock;
    }

    @Operation(
            summary = "Record what an outlet orders of a supplier",
            description =
                    """
                    Example: `{"cooperativeId": "…", "outletId": "…", "supplier": "PBF Sehat", "at": "2026-05-04T02:00:00Z", \
                    "lines": [{"productId": "…", "paid": 1000, "free": 100, "cost": 550000}]}`, in base units. \
                    A receipt that names the order in `of` counts as its delivery, until it is cancelled.\
                    """)
    @PutMapping("/{id}")
    OrderState put(@PathVariable UUID id, @Valid @RequestBody PurchaseOrderRequest request) {
        ClockTolerance.require(request.at(), clock.instant());
        owners.require(request.cooperativeId(), request.outletId());
        return orders.put(request.order(id, clock.instant()));
    }

    @Operation(summary = "An order, and what is still to be received of it")
    @GetMapping("/{id}")
    OrderState find(@PathVariable UUID id) {
        return orders.state(id);
    }
}
