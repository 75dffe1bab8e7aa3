package id.lumbung.pharmacy.sale;

import id.lumbung.backbone.Page;
import id.lumbung.pharmacy.licence.OutletProfiles;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SaleListController {

    private final SaleSearch search;
    private final OutletProfiles outlets;

    SaleListController(SaleSearch search, OutletProfiles outlets) {
        this.search = search;
        this.outlets = outlets;
    }

    @Operation(
            summary = "An outlet's sales of a day, the earliest first, a page at a time",
            description = "The day is that of the outlet's zone: for a phone that is new there.")
    @GetMapping("/sales")
    Page<Sale> ofDay(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(500) int limit) {
        var when = outlets.day(cooperativeId, outletId, day);
        return Page.of(search.ofDay(cooperativeId, outletId, when, after, limit), limit, Sale::id);
    }

    @Operation(
            summary = "The sale of a receipt's code, such as 7K3F-92QD",
            description = "A list, for chance may give two the same; nearly always it is one.")
    @GetMapping("/sales/by-code/{code}")
    List<Sale> ofCode(
            @PathVariable @Size(max = 20) String code,
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId) {
        return search.ofCode(cooperativeId, outletId, code);
    }
}
