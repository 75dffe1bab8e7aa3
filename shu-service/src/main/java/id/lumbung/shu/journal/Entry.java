package id.lumbung.shu.journal;

import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.event.Event.BookYearClosed;
import id.lumbung.backbone.event.Event.CooperativeRegistered;
import id.lumbung.backbone.event.Event.DepositReversed;
import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.LeavingAnnulled;
import id.lumbung.backbone.event.Event.MemberJoined;
import id.lumbung.backbone.event.Event.MemberLeft;
import id.lumbung.backbone.event.Event.MembershipCorrected;
import id.lumbung.backbone.event.Event.OutletOpened;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.event.Event.SaleCompleted;
import id.lumbung.backbone.event.Event.SaleReturned;
import id.lumbung.backbone.event.Event.SavingsDeposited;
import id.lumbung.backbone.event.Event.SavingsWithdrawn;
import id.lumbung.backbone.event.Event.Unknown;
import id.lumbung.backbone.event.Event.VisitRefunded;
import id.lumbung.backbone.event.Event.VisitSettled;
import id.lumbung.backbone.event.Event.WithdrawalReversed;
import id.lumbung.backbone.money.Rupiah;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A line of the journal. It is written once and never changed; what takes back is another line,
 * with a negative amount.
 *
 * @param id the event's: an event told twice is one entry
 * @param outletId where it happened; the cooperative's own id for what happens at its office
 * @param factId the sale, visit, deposit or whatever it was
 * @param refersTo the sale that was returned, the visit that was refunded, the deposit or
 *     withdrawal that was reversed, the membership that ended, the leaving that was annulled, the
 *     membership or correction that was put right
 * @param amount rupiah, negative for what takes back, zero where no money moves
 * @param detail the kind of saving or of member, the reason for leaving, the zone, the kind of
 *     outlet
 * @param refersAt when that happened which this takes back, annuls or puts right; for a membership
 *     that is put right, its true day of joining
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
        Instant recordedAt,
        @Nullable String detail,
        @Nullable Instant refersAt,
        @Nullable String months) {

    /** One that takes nothing back. */
    public Entry(
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
            Instant recordedAt,
            @Nullable String detail) {
        this(
                id,
                kind,
                cooperativeId,
                outletId,
                memberId,
                factId,
                refersTo,
                amount,
                cost,
                at,
                recordedAt,
                detail,
                null,
                null);
    }

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

    /**
     * What a second telling of the same event must agree in. Fields that a later release added are
     * not among them.
     */
    private static final List<String> CORE =
            List.of(
                    "kind",
                    "cooperativeId",
                    "outletId",
                    "memberId",
                    "factId",
                    "refersTo",
                    "amount",
                    "at",
                    "detail",
                    "refersAt",
                    "months");

    /**
     * @return null where the event is none of the journal's business
     * @throws Unreadable when a newer release than this told it
     */
    static @Nullable Entry of(ReceivedEvent received) {
        var id = received.id();
        var recordedAt = received.recordedAt();
        return switch (received.event()) {
            case SaleCompleted(
                            var coop,
                            var sale,
                            var outlet,
                            var member,
                            var total,
                            var cost,
                            var at) ->
                    new Entry(
                            id,
                            Kind.SALE,
                            coop,
                            outlet,
                            member,
                            sale,
                            null,
                            total,
                            cost,
                            at,
                            recordedAt,
                            null);
            case SaleReturned(
                            var coop,
                            var giveBack,
                            var sale,
                            var outlet,
                            var member,
                            var total,
                            var cost,
                            var at,
                            var _) ->
                    new Entry(
                            id,
                            Kind.RETURN,
                            coop,
                            outlet,
                            member,
                            giveBack,
                            sale,
                            total.negated(),
                            cost == null ? null : cost.negated(),
                            at,
                            recordedAt,
                            null);
            case VisitSettled(var coop, var visit, var outlet, var member, var paid, var at) ->
                    new Entry(
                            id,
                            Kind.VISIT,
                            coop,
                            outlet,
                            member,
                            visit,
                            null,
                            paid,
                            null,
                            at,
                            recordedAt,
                            null);
            case VisitRefunded(
                            var coop,
                            var refund,
                            var visit,
                            var outlet,
                            var member,
                            var amount,
                            var at,
                            var _) ->
                    new Entry(
                            id,
                            Kind.REFUND,
                            coop,
                            outlet,
                            member,
                            refund,
                            visit,
                            amount.negated(),
                            null,
                            at,
                            recordedAt,
                            null);
            case SavingsDeposited deposit ->
                    new Entry(
                            id,
                            Kind.DEPOSIT,
                            deposit.cooperativeId(),
                            deposit.cooperativeId(),
                            deposit.memberId(),
                            deposit.entryId(),
                            null,
                            deposit.amount(),
                            null,
                            deposit.at(),
                            recordedAt,
                            deposit.kind().name(),
                            null,
                            deposit.firstMonth() == null
                                    ? null
                                    : deposit.firstMonth() + "/" + deposit.lastMonth());
            case DepositReversed(
                            var coop,
                            var reversal,
                            var deposit,
                            var member,
                            var kind,
                            var amount,
                            var at,
                            var depositAt) ->
                    reversal(
                            received,
                            Kind.DEPOSIT_REVERSED,
                            coop,
                            member,
                            reversal,
                            deposit,
                            amount.negated(),
                            at,
                            kind.name(),
                            depositAt);
            case WithdrawalReversed(
                            var coop,
                            var reversal,
                            var withdrawal,
                            var member,
                            var kind,
                            var amount,
                            var at,
                            var withdrawalAt) ->
                    reversal(
                            received,
                            Kind.WITHDRAWAL_REVERSED,
                            coop,
                            member,
                            reversal,
                            withdrawal,
                            amount,
                            at,
                            kind.name(),
                            withdrawalAt);
            case SavingsWithdrawn(var coop, var entry, var member, var kind, var amount, var at) ->
                    new Entry(
                            id,
                            Kind.WITHDRAWAL,
                            coop,
                            coop,
                            member,
                            entry,
                            null,
                            amount.negated(),
                            null,
                            at,
                            recordedAt,
                            kind.name());
            case MemberJoined(var coop, var membership, var member, var kind, var on) ->
                    office(
                            received,
                            Kind.MEMBER_JOINED,
                            coop,
                            member,
                            membership,
                            Event.midday(on),
                            kind.name());
            case MembershipCorrected(
                            var coop,
                            var correction,
                            var corrected,
                            var _,
                            var member,
                            var kind,
                            var on,
                            var at) ->
                    reversal(
                            received,
                            Kind.MEMBERSHIP_CORRECTED,
                            coop,
                            member,
                            correction,
                            corrected,
                            Rupiah.ZERO,
                            at,
                            kind.name(),
                            Event.midday(on));
            case MemberLeft(
                            var coop,
                            var leaving,
                            var membership,
                            var member,
                            var on,
                            var reason) ->
                    reversal(
                            received,
                            Kind.MEMBER_LEFT,
                            coop,
                            member,
                            leaving,
                            membership,
                            Rupiah.ZERO,
                            Event.midday(on),
                            reason.name(),
                            null);
            case LeavingAnnulled(
                            var coop,
                            var annulment,
                            var leaving,
                            var member,
                            var on,
                            var at) ->
                    reversal(
                            received,
                            Kind.LEAVING_ANNULLED,
                            coop,
                            member,
                            annulment,
                            leaving,
                            Rupiah.ZERO,
                            at,
                            null,
                            Event.midday(on));
            case CooperativeRegistered(var coop, var _, var zone) ->
                    office(
                            received,
                            Kind.COOPERATIVE_REGISTERED,
                            coop,
                            null,
                            coop,
                            recordedAt,
                            zone);
            case OutletOpened(var coop, var outlet, var kind) ->
                    office(received, Kind.OUTLET_OPENED, coop, null, outlet, recordedAt, kind);
            case BookYearClosed _, EntitlementPaid _, PaymentReversed _ -> null;
            case Unknown(var type) ->
                    throw new Unreadable(
                            "This release knows no event of type '%s'. Upgrade, then replay it."
                                    .formatted(type));
        };
    }

    private static Entry office(
            ReceivedEvent received,
            Kind kind,
            UUID cooperativeId,
            @Nullable UUID memberId,
            UUID factId,
            Instant at,
            String detail) {
        return new Entry(
                received.id(),
                kind,
                cooperativeId,
                cooperativeId,
                memberId,
                factId,
                null,
                Rupiah.ZERO,
                null,
                at,
                received.recordedAt(),
                detail);
    }

    /** What refers to another line of the office's. */
    private static Entry reversal(
            ReceivedEvent received,
            Kind kind,
            UUID cooperativeId,
            UUID memberId,
            UUID factId,
            UUID refersTo,
            Rupiah amount,
            Instant at,
            @Nullable String detail,
            @Nullable Instant refersAt) {
        return new Entry(
                received.id(),
                kind,
                cooperativeId,
                cooperativeId,
                memberId,
                factId,
                refersTo,
                amount,
                null,
                at,
                received.recordedAt(),
                detail,
                refersAt,
                null);
    }

    /** An event that cannot become an entry. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason, null, false, false);
        }
    }

    Document toDocument() {
        var document =
                new Document("_id", id)
                        .append("kind", kind.name())
                        .append("cooperativeId", cooperativeId)
                        .append("outletId", outletId);
        if (memberId != null) {
            document.put("memberId", memberId);
        }
        document.put("factId", factId);
        if (refersTo != null) {
            document.put("refersTo", refersTo);
        }
        document.put("amount", amount.amount());
        if (cost != null) {
            document.put("cost", cost.amount());
        }
        document.put("at", Date.from(at));
        document.put("recordedAt", Date.from(recordedAt));
        if (detail != null) {
            document.put("detail", detail);
        }
        if (refersAt != null) {
            document.put("refersAt", Date.from(refersAt));
        }
        if (months != null) {
            document.put("months", months);
        }
        return document;
    }

    static Entry of(Document document) {
        var cost = document.getLong("cost");
        var refersAt = document.getDate("refersAt");
        return new Entry(
                document.get("_id", UUID.class),
                Kind.valueOf(document.getString("kind")),
                document.get("cooperativeId", UUID.class),
                document.get("outletId", UUID.class),
                document.get("memberId", UUID.class),
                document.get("factId", UUID.class),
                document.get("refersTo", UUID.class),
                Rupiah.of(document.getLong("amount")),
                cost == null ? null : Rupiah.of(cost),
                document.getDate("at").toInstant(),
                document.getDate("recordedAt").toInstant(),
                document.getString("detail"),
                refersAt == null ? null : refersAt.toInstant(),
                document.getString("months"));
    }

    /** The first field in which two tellings of one event differ; null where they are the same. */
    static @Nullable String difference(Document first, Document again) {
        return CORE.stream()
                .filter(field -> !Objects.equals(first.get(field), again.get(field)))
                .findFirst()
                .orElse(null);
    }
}
