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
import id.lumbung.backbone.event.SavingsEvent;
import id.lumbung.backbone.event.SavingsEvent.DepositReversed;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.event.SavingsEvent.SavingsWithdrawn;
import id.lumbung.backbone.event.SavingsEvent.WithdrawalReversed;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.journal.Entry.Kind;
import java.time.Instant;
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
                    new EntryDraft(received, Kind.SALE, it.outletId(), it.total(), it.at())
                            .cost(it.cost())
                            .entry();
            case SaleReturned it -> returned(received, it);
            case VisitSettled it ->
                    new EntryDraft(received, Kind.VISIT, it.outletId(), it.paid(), it.at()).entry();
            case VisitRefunded it -> refunded(received, it);
            case SavingsEvent it -> savings(received, it);
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

    private static Entry returned(ReceivedEvent received, SaleReturned it) {
        return new EntryDraft(received, Kind.RETURN, it.outletId(), it.total().negated(), it.at())
                .cost(it.cost() == null ? null : it.cost().negated())
                .takesBack(it.saleId(), it.saleAt())
                .entry();
    }

    private static Entry refunded(ReceivedEvent received, VisitRefunded it) {
        return new EntryDraft(received, Kind.REFUND, it.outletId(), it.amount().negated(), it.at())
                .takesBack(it.visitId(), it.settledAt())
                .entry();
    }

    /** A reversal counts as what it takes back counts. */
    private static Entry savings(ReceivedEvent received, SavingsEvent event) {
        return switch (event) {
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
        };
    }

    /** What happens at a cooperative's office stands under the cooperative's own id. */
    private static EntryDraft office(ReceivedEvent received, Kind kind, Rupiah amount, Instant at) {
        return new EntryDraft(received, kind, received.event().cooperativeId(), amount, at);
    }

    /** An event that cannot become an entry. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }
}
