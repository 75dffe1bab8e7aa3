package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.pharmacy.licence.OutletDay;
import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.catalogue.ProductSearch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a counter asks of the catalogue. */
@RestController
class CounterController {

    private final Products products;
    private final ProductSearch search;
    private final Alternatives alternatives;

    CounterController(Products products, ProductSearch search, Alternatives alternatives) {
        this.products = products;
        this.search = search;
        this.alternatives = alternatives;
    }

    @Operation(
            summary = "The catalogue for an outlet's phone, or what changed in it since",
            description =
                    "Begin with since=0 and go on with the 'since' of each answer until 'more' is false; keep it, and go on from there the next day. Each product stands as it is after its last change.")
    @GetMapping("/outlets/{outletId}/catalogue")
    CataloguePage catalogue(
            @PathVariable UUID outletId,
            @RequestParam UUID cooperativeId,
            @RequestParam(defaultValue = "0") @PositiveOrZero long since,
            @RequestParam(defaultValue = "500") @Min(1) @Max(1_000) int limit) {
        RequestGrant.current().require(cooperativeId, outletId, null);
        return CataloguePage.of(search.changesSince(cooperativeId, since, limit), since, limit);
    }

    @Operation(
            summary =
                    "What so many base units cost on a day, and the most that they may cost (HET)")
    @GetMapping("/products/{id}/price")
    AskedPrice price(
            @PathVariable UUID id,
            @RequestParam UUID cooperativeId,
            @RequestParam(defaultValue = "1") @Positive @Max(1_000_000) long quantity,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        return AskedPrice.of(product(cooperativeId, id), OutletDay.require(day), quantity);
    }

    @Operation(
            summary = "What may be given in its place, and what is mistaken for it",
            description =
                    "'same': the same substance, strength and route. 'otherStrengths': the same substance; another strength is for the pharmacist to decide. 'mistaken': looks or sounds alike, with the reason.")
    @GetMapping("/products/{id}/alternatives")
    Alternatives.Found alternatives(@PathVariable UUID id, @RequestParam UUID cooperativeId) {
        return alternatives.of(product(cooperativeId, id));
    }

    private Product product(UUID cooperativeId, UUID id) {
        return products.find(cooperativeId, id).orElseThrow(MedicineRule::noSuchProduct);
    }
}
