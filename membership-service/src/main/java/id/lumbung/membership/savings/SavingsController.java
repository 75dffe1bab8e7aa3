package id.lumbung.membership.savings;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Instant;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SavingsController {

    private final SavingsDesk desk;

    SavingsController(SavingsDesk desk) {
        this.desk = desk;
    }

    /**
     * @param amount rupiah, up to a thousand billion
     */
    record Slip(
            @NotNull UUID cooperativeId,
            @NotNull UUID memberId,
            @NotNull SavingsKind kind,
            @NotNull @Positive @Max(1_000_000_000_000L) Rupiah amount,
            @NotNull Instant at)
            implements Owned {}

    @Operation(summary = "Pay into savings")
    @PutMapping("/deposits/{id}")
    Deposit deposit(@PathVariable UUID id, @Valid @RequestBody Slip slip) {
        return desk.deposit(id, slip);
    }

    @Operation(summary = "Take out of savings")
    @PutMapping("/withdrawals/{id}")
    Withdrawal withdraw(@PathVariable UUID id, @Valid @RequestBody Slip slip) {
        return desk.withdraw(id, slip);
    }
}
