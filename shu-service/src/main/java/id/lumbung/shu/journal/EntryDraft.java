package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.journal.Entry.Kind;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry whose rarer fields are still to come. */
final class EntryDraft {
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

    EntryDraft(ReceivedEvent received, Kind kind, UUID outletId, Rupiah amount, Instant at) {
        this.received = received;
        this.kind = kind;
        this.outletId = outletId;
        this.amount = amount;
        this.at = at;
        this.countsAt = at;
    }

    EntryDraft cost(@Nullable Rupiah amount) {
        cost = amount;
        return this;
    }

    EntryDraft takesBack(UUID fact, Instant happened) {
        refersTo = fact;
        countsAt = happened;
        return this;
    }

    EntryDraft putsRight(UUID fact, Instant truly) {
        refersTo = fact;
        refersAt = truly;
        countsAt = Entry.ALWAYS;
        return this;
    }

    EntryDraft months(@Nullable YearMonth first, @Nullable YearMonth last) {
        months = first == null || last == null ? null : first + "/" + last;
        return this;
    }

    EntryDraft detail(String text) {
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
