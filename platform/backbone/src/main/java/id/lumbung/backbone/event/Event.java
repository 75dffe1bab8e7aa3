package id.lumbung.backbone.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The published language: all that one service tells the others, on one page. Ids, rupiah and times
 * only: no name, no NIK, no diagnosis, no medicine. Fields are added, never changed or taken away;
 * a field that was added later is nullable.
 *
 * <p>{@code at} is when it happened; when it was recorded travels beside it as {@code ce_time}.
 */
public sealed interface Event {

    UUID cooperativeId();

    /** The fact this event tells, from which its id is made. */
    @JsonIgnore
    UUID factId();

    /** What belongs together in order: the member if there is one, else the fact. */
    @JsonIgnore
    default UUID key() {
        return factId();
    }

    /**
     * A cooperative was registered; its zone (Asia/Jakarta, Asia/Makassar or Asia/Jayapura) says
     * when its days and its book year begin.
     */
    record CooperativeRegistered(UUID cooperativeId, String zone) implements Event {
        public CooperativeRegistered {
            given("cooperativeId", cooperativeId);
            given("zone", zone);
        }

        @Override
        public UUID factId() {
            return cooperativeId;
        }
    }

    /** An outlet (gerai) was opened. */
    record OutletOpened(UUID cooperativeId, UUID outletId, String kind) implements Event {
        public OutletOpened {
            given("cooperativeId", cooperativeId);
            given("outletId", outletId);
            given("kind", kind);
        }

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

    record MemberJoined(UUID cooperativeId, UUID memberId, MemberKind kind, LocalDate on)
            implements Event {
        public MemberJoined {
            given("cooperativeId", cooperativeId);
            given("memberId", memberId);
            given("kind", kind);
            given("on", on);
        }

        @Override
        public UUID factId() {
            return memberId;
        }
    }

    /** How a membership ends (Juklak Menkop 1/2025 art. 6(2)d). */
    enum LeavingReason {
        DEATH,
        REQUEST,
        DISMISSAL
    }

    record MemberLeft(UUID cooperativeId, UUID memberId, LocalDate on, LeavingReason reason)
            implements Event {
        public MemberLeft {
            given("cooperativeId", cooperativeId);
            given("memberId", memberId);
            given("on", on);
            given("reason", reason);
        }

        @Override
        public UUID factId() {
            return memberId;
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

    record SavingsDeposited(
            UUID cooperativeId,
            UUID entryId,
            UUID memberId,
            SavingsKind kind,
            Rupiah amount,
            Instant at)
            implements Event {
        public SavingsDeposited {
            given("cooperativeId", cooperativeId);
            given("entryId", entryId);
            given("memberId", memberId);
            given("kind", kind);
            positive("amount", amount);
            given("at", at);
        }

        @Override
        public UUID factId() {
            return entryId;
        }

        @Override
        public UUID key() {
            return memberId;
        }
    }

    record SavingsWithdrawn(
            UUID cooperativeId,
            UUID entryId,
            UUID memberId,
            SavingsKind kind,
            Rupiah amount,
            Instant at)
            implements Event {
        public SavingsWithdrawn {
            given("cooperativeId", cooperativeId);
            given("entryId", entryId);
            given("memberId", memberId);
            given("kind", kind);
            positive("amount", amount);
            given("at", at);
        }

        @Override
        public UUID factId() {
            return entryId;
        }

        @Override
        public UUID key() {
            return memberId;
        }
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
            given("cooperativeId", cooperativeId);
            given("saleId", saleId);
            given("outletId", outletId);
            notNegative("total", total);
            given("at", at);
        }

        @Override
        public UUID factId() {
            return saleId;
        }

        @Override
        public UUID key() {
            return memberId != null ? memberId : saleId;
        }
    }

    /**
     * @param total what was paid back, as a positive amount
     */
    record SaleReturned(
            UUID cooperativeId,
            UUID returnId,
            UUID saleId,
            UUID outletId,
            @Nullable UUID memberId,
            Rupiah total,
            @Nullable Rupiah cost,
            Instant at)
            implements Event {
        public SaleReturned {
            given("cooperativeId", cooperativeId);
            given("returnId", returnId);
            given("saleId", saleId);
            given("outletId", outletId);
            notNegative("total", total);
            given("at", at);
        }

        @Override
        public UUID factId() {
            return returnId;
        }

        @Override
        public UUID key() {
            return memberId != null ? memberId : returnId;
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
            given("cooperativeId", cooperativeId);
            given("visitId", visitId);
            given("outletId", outletId);
            notNegative("paid", paid);
            given("at", at);
        }

        @Override
        public UUID factId() {
            return visitId;
        }

        @Override
        public UUID key() {
            return memberId != null ? memberId : visitId;
        }
    }

    /**
     * @param amount what was paid back, as a positive amount
     */
    record VisitRefunded(
            UUID cooperativeId,
            UUID refundId,
            UUID visitId,
            UUID outletId,
            @Nullable UUID memberId,
            Rupiah amount,
            Instant at)
            implements Event {
        public VisitRefunded {
            given("cooperativeId", cooperativeId);
            given("refundId", refundId);
            given("visitId", visitId);
            given("outletId", outletId);
            positive("amount", amount);
            given("at", at);
        }

        @Override
        public UUID factId() {
            return refundId;
        }

        @Override
        public UUID key() {
            return memberId != null ? memberId : refundId;
        }
    }

    /**
     * What an outlet's own database holds for one day, so that the journal can be checked against
     * it.
     *
     * @param takenAt when the totals were taken; newer totals replace older ones
     * @param pending facts that were not yet told then
     * @param digest order-independent digest of ids and amounts, hexadecimal
     */
    record OutletDayTotals(
            UUID cooperativeId,
            UUID outletId,
            LocalDate day,
            long count,
            Rupiah total,
            String digest,
            Instant takenAt,
            long pending)
            implements Event {
        public OutletDayTotals {
            given("cooperativeId", cooperativeId);
            given("outletId", outletId);
            given("day", day);
            given("total", total);
            given("digest", digest);
            given("takenAt", takenAt);
        }

        @Override
        public UUID factId() {
            return EventId.of(outletId, day + "/" + takenAt);
        }

        @Override
        public UUID key() {
            return outletId;
        }
    }

    /** A hint without a person: the pharmacy asks the clinic for the content. */
    record PrescriptionIssued(UUID cooperativeId, UUID prescriptionId, UUID outletId)
            implements Event {
        public PrescriptionIssued {
            given("cooperativeId", cooperativeId);
            given("prescriptionId", prescriptionId);
            given("outletId", outletId);
        }

        @Override
        public UUID factId() {
            return prescriptionId;
        }
    }

    /** The annual meeting (RAT) has decided and the year is divided for good. */
    record BookYearClosed(
            UUID cooperativeId, int bookYear, Rupiah surplus, Rupiah toMembers, Rupiah toReserve)
            implements Event {
        public BookYearClosed {
            given("cooperativeId", cooperativeId);
            given("surplus", surplus);
            given("toMembers", toMembers);
            given("toReserve", toReserve);
        }

        @Override
        public UUID factId() {
            return EventId.of(cooperativeId, "book-year/" + bookYear);
        }

        @Override
        public UUID key() {
            return cooperativeId;
        }
    }

    record EntitlementPaid(UUID cooperativeId, UUID memberId, int bookYear, Rupiah amount)
            implements Event {
        public EntitlementPaid {
            given("cooperativeId", cooperativeId);
            given("memberId", memberId);
            given("amount", amount);
        }

        @Override
        public UUID factId() {
            return EventId.of(memberId, "entitlement/" + bookYear);
        }

        @Override
        public UUID key() {
            return memberId;
        }
    }

    /**
     * An event of a newer release than this one. What it means is not known here; each consumer
     * decides whether it may pass it over.
     */
    record Unknown(String type) implements Event {
        @Override
        public UUID cooperativeId() {
            throw new IllegalStateException("Nothing is known of an event of type " + type);
        }

        @Override
        public UUID factId() {
            throw new IllegalStateException("Nothing is known of an event of type " + type);
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

    private static void given(String field, @Nullable Object value) {
        Objects.requireNonNull(value, () -> "'" + field + "' is missing");
    }

    private static void notNegative(String field, @Nullable Rupiah value) {
        given(field, value);
        if (value != null && value.isNegative()) {
            throw new IllegalArgumentException("'" + field + "' is negative: " + value.amount());
        }
    }

    private static void positive(String field, @Nullable Rupiah value) {
        notNegative(field, value);
        if (value != null && value.amount() == 0) {
            throw new IllegalArgumentException("'" + field + "' is zero");
        }
    }
}
