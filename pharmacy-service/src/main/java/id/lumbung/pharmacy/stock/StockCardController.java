package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What there is, and how it came to be. */
@RestController
@RequestMapping("/stock")
class StockCardController {

    private final AskedOutlets outlets;
    private final Balances balances;
    private final StockLedger ledger;

    StockCardController(AskedOutlets outlets, Balances balances, StockLedger ledger) {
        this.outlets = outlets;
        this.balances = balances;
        this.ledger = ledger;
    }

    @Operation(summary = "What an outlet has, by product and batch; of one product, if it is named")
    @GetMapping("/balances")
    List<Balance> balances(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @Nullable UUID productId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return balances.of(new Asked(cooperativeId, outletId, day), productId);
    }

    @Operation(
            summary = "The stock card of a product: all that happened to it in a month",
            description = "`month` is written `2026-05`, by the outlet's calendar.")
    @GetMapping("/cards/{productId}")
    CardPage card(
            @PathVariable UUID productId,
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam YearMonth month) {
        var shop = outlets.shop(new Asked(cooperativeId, outletId, null));
        return CardPage.of(
                productId,
                month,
                ledger.page(shop, productId, CardYears.require(month, month.getYear())));
    }
}
