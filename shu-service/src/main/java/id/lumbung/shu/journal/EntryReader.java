package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.BookYearClosed;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.LeavingAnnulled;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.MembershipCorrected;
import id.lumbung.backbone.event.Event.OutletOpened;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.event.Event.Unknown;
import id.lumbung.backbone.event.Event.VisitRefunded;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.SavingsEvent.DepositReversed;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.event.SavingsEvent.SavingsWithdrawn;
import id.lumbung.backbone.event.SavingsEvent.WithdrawalReversed;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.journal.Entry.Kind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the journal writes of each event. */
final class EntryReader {

    private EntryReader() {}

    /**
     * @return null where the event is none of the journal's business
     * @throws Unreadable when a newer release than this published it
     */
    static @Nullable Entry read(ReceivedEvent received) {
        return switch (received.event()) {
            case SaleCompleted it ->
                    new Draft(received, Kind.SALE, it.outletId(), it.total(), it.at())
                            .cost(it.cost())
                            .entry();
            case SaleReturned it ->
                    new Draft(received, Kind.RETURN, it.outletId(), it.total().negated(), it.at())
                            .cost(it.cost() == null ? null : it.cost().negated())
                            .takesBack(it.saleId(), it.saleAt())
                            .entry();
            case VisitSettled it ->
                    new Draft(received, Kind.VISIT, it.outletId(), it.paid(), it.at()).entry();
            case VisitRefunded it ->
                    new Draft(received, Kind.REFUND, it.outletId(), it.amount().negated(), it.at())
                            .takesBack(it.visitId(), it.settledAt())
                            .entry();
            case SavingsDeposited it ->
                    office(received, Kind.DEPOSIT, it.amount(), it.at())
                            .detail(it.kind().name())
                            .months(it.firstMonth(), it.lastMonth())
                            .entry();
            case DepositReversed it ->
                    office(received, Kind.DEPOSIT_REVERSED, it.amount().negated(), it.at())
                            .detail(it.kind().name())
                            .takesBack(it.depositId(), it.depositAt())
                            .entry();
            case WithdrawalReversed it ->
                    office(received, Kind.WITHDRAWAL_REVERSED, it.amount(), it.at())
                            .detail(it.kind().name())
                            .takesBack(it.withdrawalId(), it.withdrawalAt())
                            .entry();
            case SavingsWithdrawn it ->
                    office(received, Kind.WITHDRAWAL, it.amount().negated(), it.at())
                            .detail(it.kind().name())
                            .entry();
            case MemberJoined it ->
                    office(received, Kind.MEMBER_JOINED, Rupiah.ZERO, Event.midday(it.on()))
                            .detail(it.kind().name())
                            .entry();
            case MembershipCorrected it ->
                    office(received, Kind.MEMBERSHIP_CORRECTED, Rupiah.ZERO, it.at())
                            .detail(it.kind().name())
                            .putsRight(it.correctedId(), Event.midday(it.on()))
                            .entry();
            case MemberLeft it -> {
                var on = Event.midday(it.on());
                yield office(received, Kind.MEMBER_LEFT, Rupiah.ZERO, on)
                        .detail(it.reason().name())
                        .takesBack(it.membershipId(), on)
                        .entry();
            }
            case LeavingAnnulled it ->
                    office(received, Kind.LEAVING_ANNULLED, Rupiah.ZERO, it.at())
                            .takesBack(it.leavingId(), Event.midday(it.on()))
                            .entry();
            case CooperativeRegistered it ->
                    office(
                                    received,
                                    Kind.COOPERATIVE_REGISTERED,
                                    Rupiah.ZERO,
                                    received.recordedAt())
                            .detail(it.zone() + " " + it.kind().name())
                            .entry();
            case OutletOpened it ->
                    office(received, Kind.OUTLET_OPENED, Rupiah.ZERO, received.recordedAt())
                            .detail(it.kind())
                            .entry();
            case BookYearClosed _, EntitlementPaid _, PaymentReversed _ -> null;
            case Unknown(var type) ->
                    throw new Unreadable(
                            "This release knows no event of type '%s'. Upgrade, then replay it."
                                    .formatted(type));
        };
    }

    /** What happens at a cooperative's office stands under the cooperative's own id. */
    private static Draft office(ReceivedEvent received, Kind kind, Rupiah amount, Instant at) {
        return new Draft(received, kind, received.event().cooperativeId(), amount, at);
    }

    /** An entry whose rarer fields are still to come. */
    private static final class Draft {
        private final ReceivedEvent received;
        private final Kind kind;
        private final UUID outletId;
        private final Rupiah amount;
        private final Instant at;
        private Instant countsAt;
        private @Nullable UUID refersTo;
        private @Nullable Rupiah cost;
        private @Nullable String detail;
        private @Nullable Instant refersAt;
        private @Nullable String months;

        Draft(ReceivedEvent received, Kind kind, UUID outletId, Rupiah amount, Instant at) {
            this.received = received;
            this.kind = kind;
            this.outletId = outletId;
            this.amount = amount;
            this.at = at;
            this.countsAt = at;
        }

        Draft cost(@Nullable Rupiah amount) {
            cost = amount;
            return this;
        }

        Draft takesBack(UUID fact, Instant happened) {
            refersTo = fact;
            countsAt = happened;
            return this;
        }

        Draft putsRight(UUID fact, Instant truly) {
            refersTo = fact;
            refersAt = truly;
            countsAt = Entry.ALWAYS;
            return this;
        }

        Draft months(@Nullable YearMonth first, @Nullable YearMonth last) {
            months = first == null || last == null ? null : first + "/" + last;
            return this;
        }

        Draft detail(String text) {
            detail = text;
            return this;
        }

        Entry entry() {
            var event = received.event();
            return new Entry(
                    received.id(),
                    kind,
                    event.cooperativeId(),
                    outletId,
                    event.memberId(),
                    event.factId(),
                    refersTo,
                    amount,
                    cost,
                    at,
                    countsAt,
                    received.recordedAt(),
                    detail,
                    refersAt,
                    months);
        }
    }

    /** An event that cannot become an entry. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }
}
