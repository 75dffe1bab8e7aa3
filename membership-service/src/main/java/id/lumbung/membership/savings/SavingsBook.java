package id.lumbung.membership.savings;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one member has saved, and when: what was reversed never was.
 *
 * @param entries deposits and withdrawals that stand, in the order of their times; money that comes
 *     in at a moment is there at that moment
 */
record SavingsBook(List<SavingsEntry> entries) {

    static SavingsBook of(
            List<Deposit> deposits,
            List<DepositReversal> reversedDeposits,
            List<Withdrawal> withdrawals,
            List<WithdrawalReversal> reversedWithdrawals) {
        return new SavingsBook(
                Stream.concat(
                                standing(deposits, reversedDeposits),
                                standing(withdrawals, reversedWithdrawals))
                        .sorted(
                                Comparator.comparing(SavingsEntry::at)
                                        .thenComparing(entry -> entry.amount().isNegative()))
                        .toList());
    }

    private static Stream<? extends SavingsEntry> standing(
            List<? extends SavingsEntry> entries, List<? extends SavingsEntry> reversals) {
        Set<UUID> reversed = reversals.stream().map(SavingsEntry::id).collect(Collectors.toSet());
        return entries.stream().filter(entry -> !reversed.contains(entry.id()));
    }

    /**
     * What can be taken out at a moment, so that neither then nor at any later time more was taken
     * than had been paid in.
     */
    Rupiah available(SavingsKind kind, Instant at) {
        var balance = 0L;
        var lowest = Long.MAX_VALUE;
        for (var entry : entries) {
            if (entry.kind() == kind) {
                if (entry.at().isAfter(at)) {
                    lowest = Math.min(lowest, balance);
                }
                balance = Math.addExact(balance, entry.amount().amount());
            }
        }
        return Rupiah.of(Math.max(0, Math.min(lowest, balance)));
    }

    Rupiah balance() {
        return entries.stream().map(SavingsEntry::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }
}
