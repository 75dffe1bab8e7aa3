package id.lumbung.pharmacy.stock;

import id.lumbung.pharmacy.stock.ListedStock.Asked;
import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Batch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/stock")
class StockController {

    private static final int MAX_DAYS = 3_660;
    private static final long MAX_QUANTITY = 100_000_000;

    private final ListedStock stock;
    private final StockLedger ledger;
    private final RecalledBatch recalledBatch;

    StockController(ListedStock stock, StockLedger ledger, RecalledBatch recalledBatch) {
        this.stock = stock;
        this.ledger = ledger;
        this.recalledBatch = recalledBatch;
    }

    @Operation(summary = "What an outlet has, by product and batch; of one product, if it is named")
    @GetMapping("/balances")
    List<Balance> balances(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @Nullable UUID productId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return stock.balances(new Asked(cooperativeId, outletId, day), productId);
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
        var shop = stock.shop(new Asked(cooperativeId, outletId, null));
        return CardPage.of(productId, month, ledger.page(shop, productId, month));
    }

    @Operation(summary = "Which batches to hand over for so many base units: what expires first")
    @GetMapping("/picks")
    List<Pick> picks(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam UUID productId,
            @RequestParam @Positive @Max(MAX_QUANTITY) long quantity,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        var asked = new Asked(cooperativeId, outletId, day);
        var shop = stock.shop(asked);
        var state = ledger.card(shop, productId).closing();
        var today = stock.day(asked, shop);
        var usable = state.usable(shop, today);
        if (usable < quantity) {
            throw StockRule.STOCK_SHORT.because(
                    "Yang boleh diserahkan tinggal %d.".formatted(usable),
                    "%d are left that may be handed over.".formatted(usable),
                    Map.of("there", usable, "wanted", quantity));
        }
        return state.firstExpiring(shop, today, quantity).stream()
                .map(it -> new Pick(it.batch().number(), it.batch().expiry(), it.quantity()))
                .toList();
    }

    @Operation(summary = "Which outlets of a cooperative have a batch, and what was sold of it")
    @GetMapping("/recalls")
    List<Recall> recalls(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID productId,
            @RequestParam @Size(max = 60) String batch,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate expiry) {
        return recalledBatch.at(cooperativeId, productId, new Batch(batch, expiry));
    }

    @Operation(summary = "Batches that may be handed over today, and no longer so many days later")
    @GetMapping("/near-expiry")
    List<ListedBatch> nearExpiry(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(defaultValue = "90") @Positive @Max(MAX_DAYS) int days,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return stock.nearExpiry(new Asked(cooperativeId, outletId, day), days);
    }

    @Operation(
            summary =
                    "Batches on the shelf that may not be handed over: expired, held, called back")
    @GetMapping("/unusable")
    List<ListedBatch> unusable(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return stock.unusable(new Asked(cooperativeId, outletId, day));
    }

    @Operation(
            summary =
                    "What will not be sold before it expires, as one batch is sold after the other")
    @GetMapping("/at-risk")
    List<ListedBatch> atRisk(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate day) {
        return stock.atRisk(new Asked(cooperativeId, outletId, day));
    }

    @Operation(summary = "Products that last for no more than so many days")
    @GetMapping("/low")
    List<ListedProduct> low(
            @RequestParam UUID cooperativeId,
            @RequestParam UUID outletId,
            @RequestParam(defaultValue = "14") @Positive @Max(MAX_DAYS) int days) {
        return stock.low(new Asked(cooperativeId, outletId, null), days);
    }

    @Operation(summary = "Products of which nothing may be handed over")
    @GetMapping("/out")
    List<ListedProduct> out(@RequestParam UUID cooperativeId, @RequestParam UUID outletId) {
        return stock.out(new Asked(cooperativeId, outletId, null));
    }
}
