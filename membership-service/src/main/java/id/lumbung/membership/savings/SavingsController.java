package id.lumbung.membership.savings;

import id.lumbung.membership.member.ReasonRequest;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
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
