package id.lumbung.membership.savings;

import id.lumbung.membership.member.ReasonRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SavingsController {

    private final SavingsDesk desk;
    private final ReversalDesk reversals;

    SavingsController(SavingsDesk desk, ReversalDesk reversals) {
        this.desk = desk;
        this.reversals = reversals;
    }

    @Operation(summary = "Pay into savings")
    @PutMapping("/deposits/{id}")
    Deposit deposit(@PathVariable UUID id, @Valid @RequestBody SavingsRequest slip) {
        return desk.deposit(id, slip);
    }

    @Operation(summary = "Take out of savings")
    @PutMapping("/withdrawals/{id}")
    Withdrawal withdraw(@PathVariable UUID id, @Valid @RequestBody SavingsRequest slip) {
        return desk.withdraw(id, slip);
    }

    @Operation(
            summary = "What a member has saved, by kind, and each line, the newest first",
            description = "For the member, BOARD, MANAGER, CASHIER of the cooperative.")
    @GetMapping("/members/{id}/savings")
    MemberSavings savings(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
        return desk.of(id, after, limit);
    }

    @Operation(summary = "Take back a deposit that was recorded by mistake; recorded in the audit")
    @PutMapping("/deposits/{id}/reversal")
    DepositReversal reverseDeposit(@PathVariable UUID id, @Valid @RequestBody ReasonRequest why) {
        return reversals.reverseDeposit(id, why.reason());
    }

    @Operation(
            summary = "Take back a withdrawal that was recorded by mistake; recorded in the audit")
    @PutMapping("/withdrawals/{id}/reversal")
    WithdrawalReversal reverseWithdrawal(
            @PathVariable UUID id, @Valid @RequestBody ReasonRequest why) {
        return reversals.reverseWithdrawal(id, why.reason());
    }
}
