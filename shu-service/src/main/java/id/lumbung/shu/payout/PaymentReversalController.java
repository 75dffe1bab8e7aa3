package id.lumbung.shu.payout;

import id.lumbung.backbone.audit.AuditReason;
import id.lumbung.shu.bookyear.BookYear;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking back what was recorded by mistake. */
@RestController
@RequestMapping("/cooperatives/{cooperativeId}/book-years/{year}")
class PaymentReversalController {

    private final PaymentReversals reversals;

    PaymentReversalController(PaymentReversals reversals) {
        this.reversals = reversals;
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
        return reversals.reverse(
                cooperativeId, year, memberId, request.paymentId(), request.reason());
    }
}
