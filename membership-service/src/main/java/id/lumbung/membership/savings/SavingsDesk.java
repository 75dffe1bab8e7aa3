package id.lumbung.membership.savings;

import com.mongodb.client.model.Filters;
import id.lumbung.backbone.event.Event.SavingsDeposited;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.Event.SavingsWithdrawn;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.SequencedWrites;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.membership.cooperative.Cooperatives;
import id.lumbung.membership.member.Member;
import id.lumbung.membership.member.MemberAccount;
import id.lumbung.membership.member.MemberRegister;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Where members pay in and take out. Never pays out more than is there, however many ask at the
 * same moment.
 */
@Component
class SavingsDesk implements MemberAccount {

    private final Cooperatives cooperatives;
    private final MemberRegister register;
    private final FactStore<Deposit> deposits;
    private final FactStore<Withdrawal> withdrawals;

    enum Rule implements Refusal.Rule {
        NOT_A_MEMBER_THEN,
        TOO_LITTLE_SAVED,
        KEPT_WHILE_A_MEMBER
    }

    SavingsDesk(FactStores books, Cooperatives cooperatives, MemberRegister register) {
        this.cooperatives = cooperatives;
        this.register = register;
        this.deposits =
                books.open(Deposit.class, "deposits", SavingsDeposited.class)
                        .indexed(false, "memberId");
        this.withdrawals =
                books.open(Withdrawal.class, "withdrawals", SavingsWithdrawn.class)
                        .indexed(false, "memberId")
                        .indexed(true, "turn");
    }

    /**
     * @throws Refusal when there is no such member, or they had left
     */
    Deposit deposit(UUID id, SavingsController.Slip slip) {
        var member = member(slip);
        var left = register.leftOn(member.id());
        if (left.isPresent()
                && day(slip).isAfter(left.get())
                && deposits.find(id).isEmpty()) { // What stands already answers the same.
            throw new Refusal(
                    Rule.NOT_A_MEMBER_THEN,
                    "The member left on %s and pays in no more.".formatted(left.get()));
        }
        return deposits.put(
                new Deposit(
                        id,
                        slip.cooperativeId(),
                        slip.memberId(),
                        slip.kind(),
                        slip.amount(),
                        slip.at().truncatedTo(ChronoUnit.MILLIS),
                        deposits.now()));
    }

    /**
     * Principal and mandatory savings are own capital and are refunded when a member leaves;
     * voluntary savings can be taken out at any time.
     *
     * @throws Refusal when more is asked for than there is, or it is kept while the membership
     *     lasts
     */
    Withdrawal withdraw(UUID id, SavingsController.Slip slip) {
        var member = member(slip);
        if (slip.kind() != SavingsKind.VOLUNTARY
                && register.leftOn(member.id())
                        .filter(left -> !day(slip).isBefore(left))
                        .isEmpty()) {
            throw new Refusal(
                    Rule.KEPT_WHILE_A_MEMBER,
                    "%s savings are refunded when the member leaves; until then they are the cooperative's capital."
                            .formatted(slip.kind()));
        }
        return SequencedWrites.put(
                withdrawals,
                id,
                () -> withdrawals.find(Filters.eq("memberId", member.id())),
                (turn, earlier) -> {
                    requireSaved(slip, earlier);
                    return withdrawal(id, slip, member.id() + "/" + turn);
                },
                first -> withdrawal(id, slip, first.turn()));
    }

    @Override
    public List<SavingsEntry> lines(UUID memberId) {
        return Stream.<SavingsEntry>concat(
                        deposits.find(Filters.eq("memberId", memberId)).stream(),
                        withdrawals.find(Filters.eq("memberId", memberId)).stream())
                .sorted(Comparator.comparing(SavingsEntry::at))
                .toList();
    }

    @Override
    public Rupiah owed(UUID memberId) {
        return lines(memberId).stream().map(SavingsEntry::amount).reduce(Rupiah.ZERO, Rupiah::plus);
    }

    /** The date at the cooperative's office. */
    private LocalDate day(SavingsController.Slip slip) {
        var zone = cooperatives.get(slip.cooperativeId()).zone().id();
        return slip.at().atZone(zone).toLocalDate();
    }

    private Withdrawal withdrawal(UUID id, SavingsController.Slip slip, String turn) {
        return new Withdrawal(
                id,
                slip.cooperativeId(),
                slip.memberId(),
                slip.kind(),
                slip.amount(),
                turn,
                slip.at().truncatedTo(ChronoUnit.MILLIS),
                withdrawals.now());
    }

    private void requireSaved(SavingsController.Slip slip, List<Withdrawal> earlier) {
        var paidIn = sum(deposits.find(Filters.eq("memberId", slip.memberId())), slip.kind());
        var balance = paidIn.minus(sum(earlier, slip.kind()));
        if (slip.amount().isMoreThan(balance)) {
            throw new Refusal(
                    Rule.TOO_LITTLE_SAVED,
                    "%s was asked for; %s of %s savings are there."
                            .formatted(slip.amount(), balance, slip.kind()));
        }
    }

    private static Rupiah sum(List<? extends SavingsEntry> entries, SavingsKind kind) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind)
                .map(SavingsEntry::value)
                .reduce(Rupiah.ZERO, Rupiah::plus);
    }

    private Member member(SavingsController.Slip slip) {
        return register.get(slip.cooperativeId(), slip.memberId());
    }
}
