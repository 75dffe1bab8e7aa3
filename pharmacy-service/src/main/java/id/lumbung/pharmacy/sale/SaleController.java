package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.security.RequestGrant;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    private final SalesUpload upload;

    SaleController(FactStore<Sale> sales, SalesUpload upload) {
        this.sales = sales;
        this.upload = upload;
    }

    @Operation(summary = "Record a sale under an id the counter made; sent twice it is one sale")
    @PutMapping("/{id}")
    Sale sell(@PathVariable UUID id, @Valid @RequestBody SaleRequest request) {
        return sales.put(request.sale(id, sales.now()));
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

    @Configuration
    static class Book {

        @Bean
        FactStore<Sale> sales(FactStores stores) {
            return stores.open(Sale.class, "sales", SaleCompleted.class);
        }
    }
}
