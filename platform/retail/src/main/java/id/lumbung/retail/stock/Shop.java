package id.lumbung.retail.stock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An outlet, as far as its stock is concerned.
 *
 * @param zone where its days begin and end
 * @param stopDaysBeforeExpiry how many days before the last good day goods are no longer handed
 *     over; 0 where they are up to it
 */
public record Shop(UUID cooperativeId, UUID outletId, ZoneId zone, int stopDaysBeforeExpiry) {

    public LocalDate dateAt(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /**
     * Whether goods may be handed over on a day: the one predicate behind every list, choice and
     * refusal. Asked with the shop's date, never with that of another zone.
     */
    public boolean isUsable(Lot lot, LocalDate day) {
        return !lot.isHeld() && lot.batch().isGoodOn(day.plusDays(stopDaysBeforeExpiry));
    }
}
