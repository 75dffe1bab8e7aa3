package id.lumbung.membership.savings;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.SavingsEvent.DepositReversed;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.event.SavingsEvent.SavingsWithdrawn;
import id.lumbung.backbone.event.SavingsEvent.WithdrawalReversed;
import id.lumbung.backbone.fact.Fact;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.membership.member.MemberBalance;
import id.lumbung.membership.member.MemberWrites;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The facts of saving, by member. */
@Component
class SavingsBooks implements MemberBalance {

    private static final String MEMBER = "memberId";

    final FactStore<Deposit> deposits;
    final FactStore<DepositReversal> reversedDeposits;
    final FactStore<Withdrawal> withdrawals;
    final FactStore<WithdrawalReversal> reversedWithdrawals;

    SavingsBooks(FactStores stores, MemberWrites writes) {
        this.deposits =
                stores.open(Deposit.class, "deposits", SavingsDeposited.class)
                        .indexed(false, MEMBER);
        this.reversedDeposits =
                writes.of(
                        DepositReversal.class,
                        stores.open(
                                        DepositReversal.class,
                                        "depositReversals",
                                        DepositReversed.class)
                                .indexed(false, MEMBER));
        this.withdrawals =
                writes.of(
                        Withdrawal.class,
                        stores.open(Withdrawal.class, "withdrawals", SavingsWithdrawn.class)
                                .indexed(false, MEMBER));
        this.reversedWithdrawals =
                stores.open(
                                WithdrawalReversal.class,
                                "withdrawalReversals",
                                WithdrawalReversed.class)
                        .indexed(false, MEMBER);
    }

    SavingsBook of(UUID memberId) {
        return of(memberId, theirs(withdrawals, memberId));
    }

    /**
     * @param taken the member's withdrawals, as they were read
     */
    SavingsBook of(UUID memberId, List<Withdrawal> taken) {
        return SavingsBook.of(
                theirs(deposits, memberId),
                theirs(reversedDeposits, memberId),
                taken,
                theirs(reversedWithdrawals, memberId));
    }

    <F extends Fact> List<F> theirs(FactStore<F> store, UUID memberId) {
        return store.find(Filters.eq(MEMBER, memberId));
    }

    @Override
    public List<SavingsEntry> lines(UUID memberId) {
        return Stream.of(deposits, withdrawals, reversedDeposits, reversedWithdrawals)
                .<SavingsEntry>flatMap(store -> theirs(store, memberId).stream())
                .sorted(Comparator.comparing(SavingsEntry::at))
                .toList();
    }

    @Override
    public Rupiah owed(UUID memberId) {
        return of(memberId).balance();
    }
}
