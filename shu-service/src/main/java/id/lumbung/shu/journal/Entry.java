package id.lumbung.shu.journal;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal. It is written once and never changed; what takes back is another line,
 * with a negative amount.
 *
 * @param id the event's: an event published twice is one entry
 * @param outletId where it happened; the cooperative's own id for what happens at its office
 * @param factId the sale, visit, deposit or whatever it was
 * @param refersTo the sale that was returned, the visit that was refunded, the deposit or
 *     withdrawal that was reversed, the membership that ended, the leaving that was annulled, the
 *     membership or correction that was put right
 * @param amount rupiah, negative for what takes back, zero where no money moves
 * @param at when it happened
 * @param countsAt when it happened, or what it takes back: a return counts as its sale counts, on
 *     the day and in the year of the sale. A membership that is put right was so from the
 *     beginning: that counts in every year ({@link #ALWAYS})
 * @param detail the kind of saving or of member, the reason for leaving, the zone and kind of a
 *     cooperative, the kind of outlet
 * @param refersAt the true day of joining of a membership that is put right; null for all else
 * @param months that a deposit was made for, as {@code 2026-01/2026-12}; null where it was made for
 *     the month it was made in
 */
public record Entry(
        UUID id,
        Kind kind,
        UUID cooperativeId,
        UUID outletId,
        @Nullable UUID memberId,
        UUID factId,
        @Nullable UUID refersTo,
        Rupiah amount,
        @Nullable Rupiah cost,
        Instant at,
        Instant countsAt,
        Instant recordedAt,
        @Nullable String detail,
        @Nullable Instant refersAt,
        @Nullable String months) {

    /** Before all that ever happened. */
    static final Instant ALWAYS = Instant.EPOCH;

    public enum Kind {
        COOPERATIVE_REGISTERED,
        OUTLET_OPENED,
        MEMBER_JOINED,
        MEMBERSHIP_CORRECTED,
        MEMBER_LEFT,
        LEAVING_ANNULLED,
        DEPOSIT,
        DEPOSIT_REVERSED,
        WITHDRAWAL,
        WITHDRAWAL_REVERSED,
        SALE,
        RETURN,
        VISIT,
        REFUND;

        /**
         * Whether it is business done with the cooperative, by which patronage (jasa usaha) is
         * measured.
         */
        public boolean isBusiness() {
            return this == SALE || this == RETURN || this == VISIT || this == REFUND;
        }

        /** Whether it changes what a member has saved. */
        public boolean isSavings() {
            return this == DEPOSIT
                    || this == DEPOSIT_REVERSED
                    || this == WITHDRAWAL
                    || this == WITHDRAWAL_REVERSED;
        }
    }
}
