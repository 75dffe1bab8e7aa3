package id.lumbung.shu.payout;

import id.lumbung.backbone.audit.AuditReason;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

    PayoutController(Payouts payouts) {
        this.payouts = payouts;
    }

    record Receipt(@NotNull PaymentMethod method, @NotNull Instant at) {}

    @Operation(summary = "Record that a member was paid what the divided year gives")
    @PutMapping("/payments/{memberId}")
    Payment pay(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @Valid @RequestBody Receipt receipt) {
        return payouts.pay(cooperativeId, year, memberId, receipt.method(), receipt.at());
    }

    /**
     * @param paymentId which payment is meant, so that the request may be sent twice; left out, the
     *     one that stands
     */
    record ReversalRequest(@NotNull @AuditReason String reason, @Nullable UUID paymentId) {}

    @Operation(summary = "Take back a payment that was recorded by mistake; it is due again")
    @PutMapping("/payments/{memberId}/reversal")
    PaymentReversal reverse(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @PathVariable UUID memberId,
            @Valid @RequestBody ReversalRequest request) {
        return payouts.reverse(
                cooperativeId, year, memberId, request.paymentId(), request.reason());
    }

    @Operation(summary = "Record that everybody who is still unpaid was paid in the same way")
    @PutMapping("/payments")
    Payouts.Totals payAll(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @Valid @RequestBody Receipt receipt) {
        return payouts.payAll(cooperativeId, year, receipt.method(), receipt.at());
    }

    @Operation(summary = "What is paid and unpaid of a divided year, and the payments by the page")
    @GetMapping("/payments")
    Payouts.Page payments(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(MAX_PAGE) int limit) {
        return payouts.page(cooperativeId, year, after, limit);
    }

    @Operation(summary = "End the book year: everybody has what they are due")
    @PutMapping("/settlement")
    Payouts.Totals settle(
            @PathVariable UUID cooperativeId,
            @PathVariable @Min(BookYear.FIRST) @Max(BookYear.LAST) int year) {
        payouts.settle(cooperativeId, year);
        return payouts.totals(cooperativeId, year);
    }
}
