package id.lumbung.membership.savings;

import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.membership.cooperative.Cooperatives;
import id.lumbung.membership.member.MemberHistory;
import id.lumbung.membership.member.MemberRegister;
import id.lumbung.membership.member.MemberWrites;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where members pay in and take out. Never pays out more than is there, however many ask at the
 * same moment, and never before it was there.
 */
@Component
class SavingsDesk {

    private final Cooperatives cooperatives;
    private final MemberRegister register;
    private final SavingsBooks books;
    private final MemberWrites writes;

    SavingsDesk(
            Cooperatives cooperatives,
            MemberRegister register,
            SavingsBooks books,
            MemberWrites writes) {
        this.cooperatives = cooperatives;
        this.register = register;
        this.books = books;
        this.writes = writes;
    }

    /**
     * @throws Refusal when there is no such member, or they were none on that day
     */
    Deposit deposit(UUID id, SavingsRequest slip) {
        var history = history(slip);
        var day = day(slip);
        if (!history.isMemberOn(day)
                && books.deposits.find(id).isEmpty()) { // What stands already answers the same.
            throw SavingsRule.NOT_A_MEMBER_THEN.because(
                    "Pada %s ia bukan anggota, dan hanya anggota yang menyetor.".formatted(day),
                    "On %s they were no member, and pay in only as one.".formatted(day));
        }
        if (books.deposits.find(id).isEmpty()) {
            register.requireKnown(slip.memberId());
        }
        requireMonthsThatFit(slip);
        return books.deposits.put(
                new Deposit(
                        id,
                        slip.cooperativeId(),
                        slip.memberId(),
                        slip.kind(),
                        slip.amount(),
                        slip.at().truncatedTo(ChronoUnit.MILLIS),
                        slip.months(),
                        books.deposits.now()));
    }

    /**
     * @throws Refusal when there is no such member, or the caller may not know of them
     */
    MemberSavings of(UUID memberId, @Nullable String after, int limit) {
        var member = register.shown(memberId);
        return MemberSavings.of(member, books.lines(member), after, limit);
    }

    private static void requireMonthsThatFit(SavingsRequest slip) {
        var months = slip.months();
        if (months == null) {
            return;
        }
        if (slip.kind() != SavingsKind.MANDATORY) {
            throw SavingsRule.MONTHS_DO_NOT_FIT.because(
                    "Hanya simpanan wajib yang disetor untuk bulan-bulan tertentu.",
                    "Only mandatory savings are paid for months.");
        }
        if (months.count() < 1 || months.count() > Months.MAX) {
            throw SavingsRule.MONTHS_DO_NOT_FIT.because(
                    "'months' dari %s sampai %s; isi satu bulan atau lebih, paling banyak %d."
                            .formatted(months.first(), months.last(), Months.MAX),
                    "'months' run from %s to %s; they are one or more, up to %d."
                            .formatted(months.first(), months.last(), Months.MAX));
        }
    }

    /**
     * Principal and mandatory savings are own capital and are refunded when a member leaves;
     * voluntary savings can be taken out at any time.
     *
     * @throws Refusal when more is asked for than there was from that moment on, or it is kept
     *     while the membership lasts
     */
    Withdrawal withdraw(UUID id, SavingsRequest slip) {
        var _ = history(slip);
        if (slip.months() != null) {
            throw SavingsRule.MONTHS_DO_NOT_FIT.because(
                    "Penarikan tidak untuk bulan-bulan tertentu.",
                    "Nothing is taken out for months.");
        }
        return writes.put(
                slip.memberId(),
                books.withdrawals,
                id,
                () -> {
                    requireRefundable(slip);
                    requireSaved(slip, books.theirs(books.withdrawals, slip.memberId()));
                    return withdrawal(id, slip);
                },
                _ -> withdrawal(id, slip));
    }

    /** Judged in view of all that was decided of the membership: a leaving may be annulled. */
    private void requireRefundable(SavingsRequest slip) {
        if (slip.kind() != SavingsKind.VOLUNTARY && !history(slip).hasLeftBy(day(slip))) {
            throw SavingsRule.KEPT_WHILE_A_MEMBER.because(
                    "Simpanan %s dikembalikan saat anggota keluar; sampai saat itu menjadi modal koperasi."
                            .formatted(slip.kind()),
                    "%s savings are refunded when the member leaves; until then they are the cooperative's capital."
                            .formatted(slip.kind()));
        }
    }

    private Withdrawal withdrawal(UUID id, SavingsRequest slip) {
        return new Withdrawal(
                id,
                slip.cooperativeId(),
                slip.memberId(),
                slip.kind(),
                slip.amount(),
                slip.at().truncatedTo(ChronoUnit.MILLIS),
                books.withdrawals.now());
    }

    private void requireSaved(SavingsRequest slip, List<Withdrawal> earlier) {
        var available =
                books.of(slip.memberId(), earlier)
                        .available(slip.kind(), slip.at().truncatedTo(ChronoUnit.MILLIS));
        if (slip.amount().isMoreThan(available)) {
            throw SavingsRule.TOO_LITTLE_SAVED.because(
                    "Diminta %s; tersedia %s dari simpanan %s sejak %s."
                            .formatted(slip.amount(), available, slip.kind(), slip.at()),
                    "%s was asked for; %s of %s savings were there from %s on."
                            .formatted(slip.amount(), available, slip.kind(), slip.at()));
        }
    }

    /** The date at the cooperative's office. */
    private LocalDate day(SavingsRequest slip) {
        var zone = cooperatives.get(slip.cooperativeId()).zone().id();
        return slip.at().atZone(zone).toLocalDate();
    }

    private MemberHistory history(SavingsRequest slip) {
        return register.history(slip.cooperativeId(), slip.memberId());
    }
}
