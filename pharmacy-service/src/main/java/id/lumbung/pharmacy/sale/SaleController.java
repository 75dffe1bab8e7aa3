package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.security.RequestGrant;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sales")
class SaleController {

    private final FactStore<Sale> sales;
    private final SaleDesk desk;
    private final SalesUpload upload;

    SaleController(FactStore<Sale> sales, SaleDesk desk, SalesUpload upload) {
        this.sales = sales;
        this.desk = desk;
        this.upload = upload;
    }

    @Operation(
            summary = "Record a sale under an id the counter made; sent twice it is one sale",
            description =
                    """
                    A line names a product of the catalogue, or free text. Example: `{"cooperativeId": "…", "outletId": "…", \
                    "soldBy": "…", "pharmacist": "…", "grounds": {"prescription": "R-17"}, "at": "2026-05-04T02:00:00Z", \
                    "lines": [{"productId": "…", "quantity": 10, "amount": 5000, "batch": {"number": "AX01", "expiry": "2027-08-31"}}], \
                    "payments": [{"method": "CASH", "amount": 5000}]}`. With `"offline": true` it is recorded as it happened, \
                    and what it breaks stands among the discrepancies; else the rule that it breaks refuses it.\
                    """)
    @PutMapping("/{id}")
    Sale sell(@PathVariable UUID id, @Valid @RequestBody SaleRequest request) {
        return desk.sell(id, request);
    }

    @Operation(summary = "A sale")
    @GetMapping("/{id}")
    Sale sale(@PathVariable UUID id) {
        return sales.find(id)
                .filter(RequestGrant.current()::covers)
                .orElseThrow(SaleRule::noSuchSale);
    }

    @Operation(summary = "Record up to 500 sales made offline; each is answered by itself")
    @PostMapping("/batch")
    SalesReceipt upload(@Valid @RequestBody SalesUpload.Upload sales) {
        return upload.take(sales);
    }
}
