package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.ReceivedEvent;
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
import id.lumbung.shu.journal.Entry.Kind;
import org.jspecify.annotations.Nullable;

/** What the journal writes of each event. */
final class EventEntries {

    private EventEntries() {}

    /**
     * @return null where the event is none of the journal's business
     * @throws UnknownEventType when a newer release than this published it
     */
    static @Nullable Entry of(ReceivedEvent received) {
        return switch (received.event()) {
            case SaleCompleted it ->
                    new EntryDraft(received, Kind.SALE, it.outletId(), it.total(), it.at())
                            .cost(it.cost())
                            .entry();
            case SaleReturned it -> returned(received, it);
            case VisitSettled it ->
                    new EntryDraft(received, Kind.VISIT, it.outletId(), it.paid(), it.at()).entry();
            case VisitRefunded it -> refunded(received, it);
            case SavingsEvent it -> SavingsEntries.of(received, it);
            case MemberJoined it -> OfficeEntries.joined(received, it);
            case MembershipCorrected it -> OfficeEntries.corrected(received, it);
            case MemberLeft it -> OfficeEntries.left(received, it);
            case LeavingAnnulled it -> OfficeEntries.annulled(received, it);
            case CooperativeRegistered it -> OfficeEntries.registered(received, it);
            case OutletOpened it -> OfficeEntries.opened(received, it);
            case BookYearClosed _, EntitlementPaid _, PaymentReversed _ -> null;
            case Unknown(var type) ->
                    throw new UnknownEventType(
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
}
