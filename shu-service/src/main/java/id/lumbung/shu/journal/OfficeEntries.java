package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.LeavingAnnulled;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.MembershipCorrected;
import id.lumbung.backbone.event.Event.OutletOpened;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.journal.Entry.Kind;
import java.time.Instant;

/** What the journal writes of members, outlets and the cooperative itself. */
final class OfficeEntries {

    private OfficeEntries() {}

    /** What happens at a cooperative's office stands under the cooperative's own id. */
    static EntryDraft draft(ReceivedEvent received, Kind kind, Rupiah amount, Instant at) {
        return new EntryDraft(received, kind, received.event().cooperativeId(), amount, at);
    }

    static Entry joined(ReceivedEvent received, MemberJoined it) {
        return draft(received, Kind.MEMBER_JOINED, Rupiah.ZERO, Event.midday(it.on()))
                .detail(it.kind().name())
                .entry();
    }

    static Entry corrected(ReceivedEvent received, MembershipCorrected it) {
        return draft(received, Kind.MEMBERSHIP_CORRECTED, Rupiah.ZERO, it.at())
                .detail(it.kind().name())
                .putsRight(it.correctedId(), Event.midday(it.on()))
                .entry();
    }

    static Entry left(ReceivedEvent received, MemberLeft it) {
        var on = Event.midday(it.on());
        return draft(received, Kind.MEMBER_LEFT, Rupiah.ZERO, on)
                .detail(it.reason().name())
                .takesBack(it.membershipId(), on)
                .entry();
    }

    static Entry annulled(ReceivedEvent received, LeavingAnnulled it) {
        return draft(received, Kind.LEAVING_ANNULLED, Rupiah.ZERO, it.at())
                .takesBack(it.leavingId(), Event.midday(it.on()))
                .entry();
    }

    static Entry registered(ReceivedEvent received, CooperativeRegistered it) {
        var at = received.recordedAt();
        return draft(received, Kind.COOPERATIVE_REGISTERED, Rupiah.ZERO, at)
                .detail(it.zone() + " " + it.kind().name())
                .entry();
    }

    static Entry opened(ReceivedEvent received, OutletOpened it) {
        return draft(received, Kind.OUTLET_OPENED, Rupiah.ZERO, received.recordedAt())
                .detail(it.kind())
                .entry();
    }
}
