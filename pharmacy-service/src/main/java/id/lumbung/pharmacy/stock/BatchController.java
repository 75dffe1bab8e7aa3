package id.lumbung.pharmacy.stock;

import id.lumbung.retail.ledger.StockLedger;
import id.lumbung.retail.stock.Batch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which batches to hand over, and where one that is called back went. */
@RestController
@RequestMapping("/stock")
class BatchController {

    private static final long MAX_QUANTITY = 100_000_000;

    private final AskedOutlets outlets;
    private final StockLedger ledger;
    private final RecalledBatch recalledBatch;

    BatchController(AskedOutlets outlets, StockLedger ledger, RecalledBatch recalledBatch) {
        this.outlets = outlets;
        this.ledger = ledger;
        this.recalledBatch = recalledBatch;
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
        var shop = outlets.shop(asked);
        var state = ledger.card(shop, productId).closing();
        var today = outlets.day(asked, shop);
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
}
