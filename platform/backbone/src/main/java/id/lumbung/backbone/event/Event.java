package id.lumbung.backbone.event;

import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The published language: all that one service says to the others, on this page and, of what
 * members save, in {@link SavingsEvent}. Ids, rupiah and times only: no name, no NIK, no diagnosis,
 * no medicine. Fields are added, never changed or taken away; a field that was added later is
 * {@code @Nullable}. {@link EventCodec} reads no event that lacks a field which is not.
 *
 * <p>{@code at} is when it happened; when it was recorded travels beside it as {@code ce_time}.
 */
public sealed interface Event
        permits SavingsEvent,
                Event.CooperativeRegistered,
                Event.OutletOpened,
                Event.MemberJoined,
                Event.MembershipCorrected,
                Event.MemberLeft,
                Event.LeavingAnnulled,
                Event.SaleCompleted,
                Event.SaleReturned,
                Event.VisitSettled,
                Event.VisitRefunded,
                Event.BookYearClosed,
                Event.EntitlementPaid,
                Event.PaymentReversed,
                Event.Unknown {

    UUID cooperativeId();

    /** The fact this event publishes, from which its id is made. */
    UUID factId();

    /** The member it is about; null where it is about none. */
    default @Nullable UUID memberId() {
        return null;
    }

    /** What belongs together in order: the member if there is one, else the fact. */
    default UUID key() {
        var member = memberId();
        return member == null ? factId() : member;
    }

    /** A desa's cooperative or a kelurahan's: only a desa has a village share in the surplus. */
    enum CooperativeKind {
        VILLAGE,
        WARD
    }

    /**
     * A cooperative was registered.
     *
     * @param zone Asia/Jakarta, Asia/Makassar or Asia/Jayapura: says when its days and its book
     *     year begin
     */
    record CooperativeRegistered(UUID cooperativeId, CooperativeKind kind, String zone)
            implements Event {
        @Override
        public UUID factId() {
            return cooperativeId;
        }
    }

    /** An outlet (gerai) was opened. */
    record OutletOpened(UUID cooperativeId, UUID outletId, String kind) implements Event {
        @Override
        public UUID factId() {
            return outletId;
        }
    }

    /**
     * Ordinary members (anggota biasa) vote and share in the surplus; extraordinary ones (luar
     * biasa) are served only.
     */
    enum MemberKind {
        ORDINARY,
        EXTRAORDINARY
    }

    /**
     * A membership began. A person who comes back after leaving is the same member with another
     * membership.
     *
     * @param membershipId the member's own id for the first membership of a person
     */
    record MemberJoined(
            UUID cooperativeId, UUID membershipId, UUID memberId, MemberKind kind, LocalDate on)
            implements Event {

        /** Of a first membership. */
        public MemberJoined(UUID cooperativeId, UUID memberId, MemberKind kind, LocalDate on) {
            this(cooperativeId, memberId, memberId, kind, on);
        }

        @Override
        public UUID factId() {
            return membershipId;
        }
    }

    /**
     * Kind and day of joining of a membership were put right: from the beginning it was as said
     * here.
     *
     * @param correctedId the membership, or its correction before this one: each is corrected once,
     *     so that the last of them is the one that no other corrects
     * @param on the day of joining
     * @param at when it was put right
     */
    record MembershipCorrected(
            UUID cooperativeId,
            UUID correctionId,
            UUID correctedId,
            UUID membershipId,
            UUID memberId,
            MemberKind kind,
            LocalDate on,
            Instant at)
            implements Event {
        @Override
        public UUID factId() {
            return correctionId;
        }
    }

    /** How a membership ends (Juklak Menkop 1/2025 art. 6(2)d). */
    enum LeavingReason {
        DEATH,
        REQUEST,
        DISMISSAL
    }

    /**
     * A membership ended. The day of leaving is its last.
     *
     * @param leavingId the membership's own id, unless a leaving before this one was annulled
     */
    record MemberLeft(
            UUID cooperativeId,
            UUID leavingId,
            UUID membershipId,
            UUID memberId,
            LocalDate on,
            LeavingReason reason)
            implements Event {

        /** The end of a first membership. */
        public MemberLeft(UUID cooperativeId, UUID memberId, LocalDate on, LeavingReason reason) {
            this(cooperativeId, memberId, memberId, memberId, on, reason);
        }

        @Override
        public UUID factId() {
            return leavingId;
        }
    }

    /**
     * A leaving was recorded by mistake: the membership never ended.
     *
     * @param on the day of the leaving that is annulled
     * @param at when it was annulled
     */
    record LeavingAnnulled(
            UUID cooperativeId,
            UUID annulmentId,
            UUID leavingId,
            UUID memberId,
            LocalDate on,
            Instant at)
            implements Event {
        @Override
        public UUID factId() {
            return annulmentId;
        }
    }

    /**
     * Principal (pokok), mandatory (wajib) and voluntary (sukarela) savings; the first two are own
     * capital (UU 25/1992 art. 41).
     */
    enum SavingsKind {
        PRINCIPAL,
        MANDATORY,
        VOLUNTARY
    }

    /**
     * @param memberId null for a passer-by, who earns no patronage
     * @param cost what the goods cost the cooperative (HPP); null where the outlet does not know
     */
    record SaleCompleted(
            UUID cooperativeId,
            UUID saleId,
            UUID outletId,
            @Nullable UUID memberId,
            Rupiah total,
            @Nullable Rupiah cost,
            Instant at)
            implements Event {
        public SaleCompleted {
            Amounts.requireNotNegative("total", total);
            if (cost != null) {
                Amounts.requireNotNegative("cost", cost);
            }
        }

        @Override
        public UUID factId() {
            return saleId;
        }
    }

    /**
     * @param memberId whose sale it was
     * @param total what was paid back, as a positive amount
     * @param saleAt when the sale happened: the return counts as its sale counts
     */
    record SaleReturned(
            UUID cooperativeId,
            UUID returnId,
            UUID saleId,
            UUID outletId,
            @Nullable UUID memberId,
            Rupiah total,
            @Nullable Rupiah cost,
            Instant at,
            Instant saleAt)
            implements Event {
        public SaleReturned {
            Amounts.requireNotNegative("total", total);
            if (cost != null) {
                Amounts.requireNotNegative("cost", cost);
            }
        }

        @Override
        public UUID factId() {
            return returnId;
        }
    }

    /**
     * @param paid what the patient paid; who was treated, and that it was this outlet, is health
     *     data: shu-service alone reads this topic
     */
    record VisitSettled(
            UUID cooperativeId,
            UUID visitId,
            UUID outletId,
            @Nullable UUID memberId,
            Rupiah paid,
            Instant at)
            implements Event {
        public VisitSettled {
            Amounts.requireNotNegative("paid", paid);
        }

        @Override
        public UUID factId() {
            return visitId;
        }
    }

    /**
     * @param memberId whose visit it was
     * @param amount what was paid back, as a positive amount
     * @param settledAt when the visit was settled: the refund counts as that counts
     */
    record VisitRefunded(
            UUID cooperativeId,
            UUID refundId,
            UUID visitId,
            UUID outletId,
            @Nullable UUID memberId,
            Rupiah amount,
            Instant at,
            Instant settledAt)
            implements Event {
        public VisitRefunded {
            Amounts.requirePositive("amount", amount);
        }

        @Override
        public UUID factId() {
            return refundId;
        }
    }

    /** The annual meeting (RAT) has decided and the year is divided for good. */
    record BookYearClosed(
            UUID cooperativeId, int bookYear, Rupiah surplus, Rupiah toMembers, Rupiah toReserve)
            implements Event {
        @Override
        public UUID factId() {
            return EventId.of(cooperativeId, "book-year/" + bookYear);
        }
    }

    /** How a member got their part of a year's surplus. */
    enum PaymentMethod {
        CASH,
        TRANSFER,
        /** Added to voluntary savings: membership-service makes the deposit. */
        VOLUNTARY_SAVINGS
    }

    /** A member was paid their part of a year's surplus. */
    record EntitlementPaid(
            UUID cooperativeId,
            UUID paymentId,
            UUID memberId,
            int bookYear,
            Rupiah amount,
            PaymentMethod method,
            Instant at)
            implements Event {
        public EntitlementPaid {
            Amounts.requirePositive("amount", amount);
        }

        @Override
        public UUID factId() {
            return paymentId;
        }
    }

    /**
     * A payment of a part was recorded by mistake: it is due again.
     *
     * @param amount of the payment, all of it
     * @param at when it was reversed
     */
    record PaymentReversed(
            UUID cooperativeId,
            UUID reversalId,
            UUID paymentId,
            UUID memberId,
            int bookYear,
            Rupiah amount,
            PaymentMethod method,
            Instant at)
            implements Event {
        public PaymentReversed {
            Amounts.requirePositive("amount", amount);
        }

        @Override
        public UUID factId() {
            return reversalId;
        }
    }

    /**
     * An event of a newer release than this one. What it means is not known here; each consumer
     * decides whether it may pass it over.
     */
    record Unknown(String type) implements Event {
        @Override
        public UUID cooperativeId() {
            throw new UnsupportedOperationException("Nothing is known of an event of type " + type);
        }

        @Override
        public UUID factId() {
            throw new UnsupportedOperationException("Nothing is known of an event of type " + type);
        }
    }

    /**
     * The moment a date stands for among moments: its midday in UTC, which is the same date in
     * every Indonesian zone.
     */
    static Instant midday(LocalDate on) {
        return on.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** The moment a date begins in the easternmost Indonesian zone, WIT: the first it can be. */
    static Instant dawn(LocalDate on) {
        return on.atStartOfDay().toInstant(ZoneOffset.ofHours(9));
    }
}
