package id.lumbung.shu.payout;

import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class PayoutController {

    private static final int MAX_PAGE = 1_000;

    private final Payouts payouts;
    private final BulkPayout bulk;
    private final PaymentList list;
    private final PaymentSums sums;

    PayoutController(Payouts payouts, BulkPayout bulk, PaymentList list, PaymentSums sums) {
        this.payouts = payouts;
        this.bulk = bulk;
        this.list = list;
        this.sums = sums;
    }

    @Operation(summary = "Record that a member was paid what the divided year gives")
    @PutMapping("/payments/{memberId}")
    Payment pay(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @Valid @RequestBody Receipt receipt) {
        return payouts.pay(cooperativeId, year, memberId, receipt);
    }

    @Operation(summary = "Record that everybody who is still unpaid was paid in the same way")
    @PutMapping("/payments")
    PaymentTotals payAll(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody Receipt receipt) {
        bulk.pay(cooperativeId, year, receipt);
        return sums.of(cooperativeId, year);
    }

    @Operation(summary = "What is paid and unpaid of a divided year, and the payments by the page")
    @GetMapping("/payments")
    PaymentPage payments(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MAX_PAGE) int limit) {
        return list.page(cooperativeId, year, after, limit);
    }
}
