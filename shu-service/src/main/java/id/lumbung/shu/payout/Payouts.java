package id.lumbung.shu.payout;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.fact.FactStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.PutResult;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Actor;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.DividedYears;
import id.lumbung.shu.closing.OpenReversals;
import id.lumbung.shu.closing.RecordedSteps;
import id.lumbung.shu.division.Entitlement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who of a divided year was paid, when, how and by whom; each once, whoever sends it again. */
@Component
public class Payouts {

    private static final int PAGE = 500;

    private final FactStore<Payment> payments;
    private final FactStore<PaymentReversal> reversals;
    private final DividedYears years;
    private final RecordedSteps steps;
    private final OpenReversals openReversals;
    private final DepositsOffice office;

    /**
     * Rupiah and members of a divided year.
     *
     * @param due what the division gives members
     */
    public record Totals(
            Rupiah due, Rupiah paid, Rupiah unpaid, long membersPaid, long membersUnpaid) {}

    /**
     * @param totals of the whole year, on the first page
     * @param next what to give as {@code after} for the next page; null on the last
     */
    record Page(@Nullable Totals totals, List<Payment> payments, @Nullable UUID next) {}

    Payouts(
            FactStores stores,
            DividedYears years,
            RecordedSteps steps,
            OpenReversals openReversals,
            DepositsOffice office) {
        this.payments =
                stores.open(Payment.class, "payments", EntitlementPaid.class)
                        .indexed(false, "cooperativeId", "bookYear", "_id");
        this.reversals =
                stores.open(PaymentReversal.class, "paymentReversals", PaymentReversed.class)
                        .indexed(false, "cooperativeId", "bookYear", "memberId");
        this.years = years;
        this.steps = steps;
        this.openReversals = openReversals;
        this.office = office;
    }

    /**
     * Records that a member was paid the whole entitlement.
     *
     * @throws Refusal when nothing is due, or it was recorded otherwise before
     */
    Payment pay(UUID cooperativeId, int year, UUID memberId, PaymentMethod method, Instant at) {
        var due = years.entitlement(cooperativeId, year, memberId);
        if (!due.total().isMoreThan(Rupiah.ZERO)) {
            throw PayoutRule.NOTHING_DUE.because(
                    "Anggota %s tidak menerima apa pun dari tahun %d.".formatted(memberId, year),
                    "The member %s is due nothing of %d.".formatted(memberId, year));
        }
        requireDue(cooperativeId, year, at);
        var reversed = reversed(cooperativeId, year, List.of(memberId)).getOrDefault(memberId, 0);
        var payment = payment(cooperativeId, year, due, reversed, method, at);
        var first = payments.find(payment.id());
        if (first.isEmpty()) {
            steps.record("PAYMENT_RECORDED", cooperativeId, year, memberId);
        }
        // Whoever sends it again does not become the one who paid.
        return payments.put(first.map(it -> payment.by(it.by())).orElse(payment));
    }

    private void requireDue(UUID cooperativeId, int year, Instant at) {
        var from = years.dueFrom(cooperativeId, year);
        if (at.isBefore(from)) {
            throw PayoutRule.PAID_BEFORE_DUE.because(
                    "Sebelum rapat memutuskan (%s) belum ada yang harus dibayar; pembayaran ini bertanggal %s."
                            .formatted(from, at),
                    "Nothing was due before the meeting decided (%s); the payment is dated %s."
                            .formatted(from, at));
        }
    }

    /**
     * Takes back a payment that was recorded by mistake; what it paid is due again. Where it was
     * added to savings, the deposit is taken back first.
     *
     * @param paymentId which one, so that sending it again never takes back a later one; null for
     *     the one that stands
     * @throws Refusal when the member was not paid, the year is settled, or the savings were taken
     *     out since
     */
    PaymentReversal reverse(
            UUID cooperativeId, int year, UUID memberId, @Nullable UUID paymentId, String reason) {
        var _ = years.divided(cooperativeId, year);
        if (paymentId != null) {
            var first = reversals.find(PaymentReversal.id(paymentId)).orElse(null);
            if (first != null && first.isOf(cooperativeId, year, memberId)) {
                openReversals.end(cooperativeId, year, paymentId);
                return first;
            }
        }
        var payment = paid(cooperativeId, year, Stream.of(memberId)).get(memberId);
        if (payment == null || (paymentId != null && !payment.id().equals(paymentId))) {
            throw PayoutRule.NOT_PAID.because(
                    "Tidak tercatat pembayaran tahun %d kepada anggota %s%s."
                            .formatted(year, memberId, paymentId == null ? "" : " dengan id itu"),
                    "No payment of %d to the member %s is recorded%s."
                            .formatted(year, memberId, paymentId == null ? "" : " under that id"));
        }
        if (!openReversals.begin(cooperativeId, year, payment.id())) {
            throw PayoutRule.SETTLED.because(
                    "Tahun %d sudah selesai dibayarkan; pembayarannya tetap.".formatted(year),
                    "The year %d is settled; its payments stand.".formatted(year));
        }
        try {
            var reversal = reverse(payment, reason);
            openReversals.end(cooperativeId, year, payment.id());
            return reversal;
        } catch (Refusal refusal) {
            if (refusal.rule() instanceof PayoutRule rule && rule.leavesAllAsItWas()) {
                openReversals.end(cooperativeId, year, payment.id());
            }
            throw refusal;
        }
    }

    private PaymentReversal reverse(Payment payment, String reason) {
        steps.record(
                "PAYMENT_REVERSED",
                payment.cooperativeId(),
                payment.bookYear(),
                payment.memberId());
        if (payment.method() == PaymentMethod.VOLUNTARY_SAVINGS) {
            office.takeBack(payment);
        }
        return reversals.put(PaymentReversal.of(payment, reason, reversals.now(), Actor.current()));
    }

    /** How often a payment was reversed, by member; those of whom none was are left out. */
    private Map<UUID, Integer> reversed(UUID cooperativeId, int year, List<UUID> members) {
        var reversed = new HashMap<UUID, Integer>();
        reversals
                .find(and(ofYear(cooperativeId, year), in("memberId", members)))
                .forEach(reversal -> reversed.merge(reversal.memberId(), 1, Integer::sum));
        return reversed;
    }

    private Payment payment(
            UUID cooperativeId,
            int year,
            Entitlement due,
            int reversed,
            PaymentMethod method,
            Instant at) {
        return new Payment(
                Payment.id(due.memberId(), year, reversed),
                cooperativeId,
                due.memberId(),
                year,
                due.total(),
                method,
                at.truncatedTo(ChronoUnit.MILLIS),
                Actor.current(),
                payments.now());
    }

    /**
     * Records that everybody who is due something and was not paid yet was paid in the same way.
     *
     * @return the totals afterwards
     */
    Totals payAll(UUID cooperativeId, int year, PaymentMethod method, Instant at) {
        requireDue(cooperativeId, year, at);
        UUID after = null;
        var recorded = false;
        do {
            var page = years.entitlements(cooperativeId, year, after, PAGE);
            var due =
                    page.items().stream()
                            .filter(entitlement -> entitlement.total().isMoreThan(Rupiah.ZERO))
                            .toList();
            var paid = paid(cooperativeId, year, due);
            var reversed =
                    reversed(cooperativeId, year, due.stream().map(Entitlement::memberId).toList());
            var unpaid =
                    due.stream()
                            .filter(entitlement -> !paid.containsKey(entitlement.memberId()))
                            .map(entitlement ->
                                    payment(
                                            cooperativeId,
                                            year,
                                            entitlement,
                                            reversed.getOrDefault(entitlement.memberId(), 0),
                                            method,
                                            at))
                            .toList();
            unpaid.stream().limit(1).forEach(payments::requireTimeAndOutlet);
            if (!recorded && !unpaid.isEmpty()) {
                steps.record("PAYMENTS_RECORDED", cooperativeId, year, cooperativeId);
                recorded = true;
            }
            // One that somebody else records at the same moment stands as they recorded it.
            List<PutResult<Payment>> _ = payments.putAll(unpaid);
            after = page.next() == null ? null : UUID.fromString(page.next());
        } while (after != null);
        return totals(cooperativeId, year);
    }

    private Map<UUID, Payment> paid(UUID cooperativeId, int year, List<Entitlement> due) {
        return paid(cooperativeId, year, due.stream().map(Entitlement::memberId));
    }

    /**
     * The payments of these members that stand, by member; those who were not paid are left out.
     */
    public Map<UUID, Payment> paid(UUID cooperativeId, int year, Stream<UUID> members) {
        var asked = members.toList();
        var reversed = reversed(cooperativeId, year, asked);
        var ids =
                asked.stream()
                        .map(it -> Payment.id(it, year, reversed.getOrDefault(it, 0)))
                        .toList();
        Map<UUID, Payment> paid = new HashMap<>();
        payments.find(and(ofYear(cooperativeId, year), in("_id", ids)))
                .forEach(payment -> paid.put(payment.memberId(), payment));
        return paid;
    }

    Page page(UUID cooperativeId, int year, @Nullable UUID after, int limit) {
        var ofYear = ofYear(cooperativeId, year);
        var page = payments.find(after == null ? ofYear : and(ofYear, gt("_id", after)), limit);
        return new Page(
                after == null ? totals(cooperativeId, year) : null,
                page,
                page.size() < limit ? null : page.getLast().id());
    }

    /**
     * @throws Refusal when the year is not divided
     */
    public Totals totals(UUID cooperativeId, int year) {
        var division = years.divided(cooperativeId, year);
        var paid = Rupiah.ZERO;
        var members = 0L;
        UUID after = null;
        List<Payment> page;
        do {
            var ofYear = ofYear(cooperativeId, year);
            page =
                    new ArrayList<>(
                            payments.find(
                                    after == null ? ofYear : and(ofYear, gt("_id", after)), PAGE));
            for (var payment : page) {
                paid = paid.plus(payment.paid());
                members++;
                after = payment.id();
            }
        } while (page.size() == PAGE);
        for (var reversal : reversals.find(ofYear(cooperativeId, year))) {
            paid = paid.minus(reversal.paid());
            members--;
        }
        return new Totals(
                division.toMembers(),
                paid,
                division.toMembers().minus(paid),
                members,
                division.entitled() - members);
    }

    /**
     * Ends a book year whose members all have what they are due.
     *
     * @throws Refusal when somebody is unpaid
     */
    void settle(UUID cooperativeId, int year) {
        var open = unfinishedReversals(cooperativeId, year);
        if (!open.payments().isEmpty()) {
            throw PayoutRule.REVERSAL_UNDER_WAY.because(
                    "%d pembayaran tahun %d sedang dibatalkan. Coba lagi beberapa detik lagi; bila tetap begitu, kirim ulang pembatalannya: %s."
                            .formatted(open.payments().size(), year, open.payments()),
                    "%d payments of %d are being reversed. Ask again in a few seconds; if that lasts, send their reversals again: %s."
                            .formatted(open.payments().size(), year, open.payments()));
        }
        var totals = totals(cooperativeId, year);
        if (totals.membersUnpaid() > 0) {
            throw PayoutRule.NOT_ALL_PAID.because(
                    "Masih ada %d anggota yang belum menerima bagiannya, seluruhnya %s. Catat dulu pembayarannya."
                            .formatted(totals.membersUnpaid(), totals.unpaid()),
                    "%d members are still due %s together. Record their payments first."
                            .formatted(totals.membersUnpaid(), totals.unpaid()));
        }
        years.markPaid(cooperativeId, year, open);
    }

    /** Those begun and not written; one that was written by a process that died is ended here. */
    private OpenReversals.Snapshot unfinishedReversals(UUID cooperativeId, int year) {
        for (var payment : openReversals.of(cooperativeId, year).payments()) {
            if (reversals.find(PaymentReversal.id(payment)).isPresent()) {
                openReversals.end(cooperativeId, year, payment);
            }
        }
        return openReversals.of(cooperativeId, year);
    }

    private static Bson ofYear(UUID cooperativeId, int year) {
        return and(eq("cooperativeId", cooperativeId), eq("bookYear", year));
    }
}
