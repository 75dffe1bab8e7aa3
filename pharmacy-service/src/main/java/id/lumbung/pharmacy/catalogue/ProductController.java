package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.Page;
import id.lumbung.retail.catalogue.ProductSearch;
import id.lumbung.retail.catalogue.ProductStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/products")
class ProductController {

    private final CatalogueDesk desk;
    private final ProductStore store;
    private final ProductSearch search;

    ProductController(CatalogueDesk desk, ProductStore store, ProductSearch search) {
        this.desk = desk;
        this.store = store;
        this.search = search;
    }

    @Operation(
            summary = "Enter a product under an id of your own, or describe it anew",
            description =
                    """
                    Example: `{"cooperativeId": "…", "code": "AMOXICILLIN-500-TAB", "name": "Amoksisilin kaplet 500 mg", \
                    "baseUnit": "tablet", "packs": [{"name": "strip", "units": 10}, {"name": "box", "units": 100}], \
                    "barcodes": ["8991234567891"], "medicine": {"class": "PRESCRIPTION_ONLY", "nie": "GKL9999901417A1", \
                    "substance": "amoxicillin", "strength": "500 mg", "form": "kaplet", "route": "ORAL"}}`. \
                    The second letter of the NIE must be that of the class. Prices stay as they are.\
                    """)
    @PutMapping("/{id}")
    ProductView describe(@PathVariable UUID id, @Valid @RequestBody ProductRequest request) {
        return ProductView.of(desk.describe(request.product(id)));
    }

    @Operation(summary = "A product")
    @GetMapping("/{id}")
    ProductView product(@PathVariable UUID id, @RequestParam UUID cooperativeId) {
        return store.find(id)
                .filter(it -> it.cooperativeId().equals(cooperativeId))
                .map(ProductView::of)
                .orElseThrow(MedicineRule::noSuchProduct);
    }

    @Operation(
            summary = "The products of a cooperative in the order of their codes, a page at a time",
            description =
                    "With 'q' those in whose name, substance, brand or code each word of it begins a word, or whose barcode it is.")
    @GetMapping
    Page<ProductView> list(
            @RequestParam UUID cooperativeId,
            @Parameter(example = "para 500")
                    @RequestParam(required = false)
                    @Nullable
                    @Size(max = 100)
                    String q,
            @RequestParam(required = false) @Nullable @Size(max = 60) String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        var found =
                search.page(cooperativeId, q, after, limit).stream().map(ProductView::of).toList();
        return Page.of(found, limit, ProductView::code);
    }

    @Operation(
            summary = "Say what a pack costs from a date on",
            description =
                    """
                    Example, `PUT /products/…/prices/2026-03-01`: `{"cooperativeId": "…", "units": 10, "amount": 5000}`. \
                    It holds until another begins. No day has two prices. With the same amount and an `until` it is ended; \
                    a slip is put right by naming the amount that stands: `"amount": 550, "corrects": 5500`.\
                    """)
    @PutMapping("/{id}/prices/{from}")
    ProductView price(
            @PathVariable UUID id,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @Valid @RequestBody PriceRequest request) {
        var price = request.price(from);
        return ProductView.of(
                desk.change(
                        request.cooperativeId(),
                        id,
                        "PRICE_SET",
                        price.toString(),
                        product -> product.priced(price, request.corrects())));
    }

    @Operation(
            summary = "Say what the highest price (HET) is reckoned from since a date",
            description =
                    """
                    Example, `PUT /products/…/ceilings/2026-01-01`: `{"cooperativeId": "…", "amount": 62000, "units": 100}`: \
                    the list price with tax (HNA + PPN) of a box of 100, of which the state's factor of the day makes the ceiling. \
                    With `"fixed": true` the amount is the ceiling itself, as the table of generics has it.\
                    """)
    @PutMapping("/{id}/ceilings/{from}")
    ProductView ceiling(
            @PathVariable UUID id,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate from,
            @Valid @RequestBody CeilingRequest request) {
        var ceiling = request.price(from);
        return ProductView.of(
                desk.change(
                        request.cooperativeId(),
                        id,
                        "CEILING_SET",
                        "%s %s/%d".formatted(from, ceiling.amount(), ceiling.units()),
                        product -> product.capped(ceiling)));
    }
}
