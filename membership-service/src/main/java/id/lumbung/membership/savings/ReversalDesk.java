package id.lumbung.membership.savings;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.security.RequestGrant;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.membership.member.MemberAction;
import id.lumbung.membership.member.MemberRegister;
import id.lumbung.membership.member.MemberWrites;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Where a deposit or a withdrawal that was recorded by mistake is taken back, as a fact of its own.
 * Written in the audit before it is done. A deposit's reversal takes a sequence number among the
 * member's withdrawals: what was taken out is not taken back as well.
 */
@Component
class ReversalDesk {

    private final MemberRegister register;
    private final SavingsBooks books;
    private final MemberWrites writes;
    private final AuditLog audit;

    ReversalDesk(MemberRegister register, SavingsBooks books, MemberWrites writes, AuditLog audit) {
        this.register = register;
        this.books = books;
        this.writes = writes;
        this.audit = audit;
    }

    /**
     * @throws Refusal when there is no such deposit, or it was taken out since
     */
    DepositReversal reverseDeposit(UUID depositId, String reason) {
        var deposit =
                books.deposits
                        .find(depositId)
                        .filter(RequestGrant.current()::covers)
                        .orElseThrow(() ->
                                SavingsRule.NO_SUCH_DEPOSIT.because(
                                        "Tidak tercatat setoran dengan id %s.".formatted(depositId),
                                        "No deposit is recorded under %s.".formatted(depositId)));
        return reverse(deposit, reason);
    }

    DepositReversal reverse(Deposit deposit, String reason) {
        var first = books.reversedDeposits.find(deposit.id());
        if (first.isPresent()) {
            return first.get();
        }
        requireStillThere(deposit);
        record(MemberAction.DEPOSIT_REVERSED, deposit, reason);
        return writes.put(
                deposit.memberId(),
                books.reversedDeposits,
                deposit.id(),
                () -> {
                    requireStillThere(deposit);
                    return DepositReversal.of(deposit, books.reversedDeposits.now());
                },
                Function.identity());
    }

    private void requireStillThere(Deposit deposit) {
        var available = books.of(deposit.memberId()).available(deposit.kind(), deposit.at());
        if (deposit.value().isMoreThan(available)) {
            throw SavingsRule.TAKEN_OUT_SINCE.because(
                    "Dari setoran %s ini hanya %s yang belum ditarik. Batalkan dahulu penarikannya, bila penarikan itu juga keliru: PUT /withdrawals/{id}/reversal."
                            .formatted(deposit.value(), available),
                    "Of this deposit of %s only %s were not taken out since. Reverse the withdrawals first, if they were mistakes too: PUT /withdrawals/{id}/reversal."
                            .formatted(deposit.value(), available));
        }
    }

    /**
     * @throws Refusal when there is no such withdrawal
     */
    WithdrawalReversal reverseWithdrawal(UUID withdrawalId, String reason) {
        var withdrawal =
                books.withdrawals
                        .find(withdrawalId)
                        .filter(RequestGrant.current()::covers)
                        .orElseThrow(() ->
                                SavingsRule.NO_SUCH_WITHDRAWAL.because(
                                        "Tidak tercatat penarikan dengan id %s."
                                                .formatted(withdrawalId),
                                        "No withdrawal is recorded under %s."
                                                .formatted(withdrawalId)));
        var first = books.reversedWithdrawals.find(withdrawalId);
        if (first.isPresent()) {
            return first.get();
        }
        register.requireKnown(withdrawal.memberId());
        record(MemberAction.WITHDRAWAL_REVERSED, withdrawal, reason);
        return books.reversedWithdrawals.put(
                WithdrawalReversal.of(withdrawal, books.reversedWithdrawals.now()));
    }

    private void record(MemberAction action, SavingsEntry entry, String reason) {
        var _ = audit.record(action.name(), entry.cooperativeId(), entry.id().toString(), reason);
    }
}
