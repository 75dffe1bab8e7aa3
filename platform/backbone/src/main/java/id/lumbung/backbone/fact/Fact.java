package id.lumbung.backbone.fact;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Owned;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened at an outlet. It is named by who saw it happen, written once and never
 * edited; a mistake is taken back by another fact.
 */
public interface Fact extends Owned {

    UUID id();

    @Override
    UUID cooperativeId();

    /**
     * Where it happened; what happens at the cooperative's office stands under the cooperative's
     * own id.
     */
    @Override
    UUID outletId();

    /** What control totals add up: negative for what takes back, zero where no money moves. */
    Rupiah amount();

    /** When it happened, to the millisecond. Sets the day and the book year. */
    Instant at();

    /** The earliest it can have happened: before {@link #at} where only its date is known. */
    default Instant earliest() {
        return at();
    }

    /**
     * Whether a device's clock said when it happened, and nobody else knows: recorded long after,
     * its time is doubtful.
     */
    default boolean hasDeviceTime() {
        return false;
    }

    /** When it was written down, to the millisecond. */
    Instant recordedAt();

    /**
     * The same fact, written down at another time: what two accounts of one fact are compared by.
     */
    Fact recorded(Instant at);

    Event event();
}
