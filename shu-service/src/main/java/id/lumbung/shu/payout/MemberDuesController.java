package id.lumbung.shu.payout;

import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.EventId;
import id.lumbung.backbone.event.SavingsEvent.SavingsDeposited;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.measure.UndecidedYears;
import id.lumbung.shu.closing.surplus.DividedYears;
import id.lumbung.shu.journal.JournalEntries;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where the membership office asks before it forgets somebody: who has money here stays known. */
@RestController
class MemberDuesController {

    private final DividedYears divided;
    private final UndecidedYears undecided;
    private final StandingPayments payments;
    private final JournalEntries journal;

    MemberDuesController(
            DividedYears divided,
            UndecidedYears undecided,
            StandingPayments payments,
            JournalEntries journal) {
        this.divided = divided;
        this.undecided = undecided;
        this.payments = payments;
        this.journal = journal;
    }

    @Operation(summary = "What is still due to a member, or may become due")
    @GetMapping("/cooperatives/{cooperativeId}/members/{memberId}/dues")
    MemberDues dues(@PathVariable UUID cooperativeId, @PathVariable UUID memberId) {
        return new MemberDues(
                memberId, unpaid(cooperativeId, memberId), undecided.of(cooperativeId, memberId));
    }

    /**
     * What was paid into savings is received when the deposit is journalled: until then neither
     * this service nor the membership office would say that it is owed.
     */
    private boolean isReceived(Payment payment) {
        var deposit = EventId.of(payment.id(), EntitlementPaid.class.getSimpleName());
        return payment.method() != PaymentMethod.VOLUNTARY_SAVINGS
                || journal.find(EventId.of(deposit, SavingsDeposited.class.getSimpleName()))
                        .isPresent();
    }

    private List<MemberDues.Unpaid> unpaid(UUID cooperativeId, UUID memberId) {
        return divided.all(cooperativeId).stream()
                .filter(year -> divided.hasAccount(cooperativeId, year, memberId))
                .filter(year ->
                        payments.of(cooperativeId, year, Stream.of(memberId)).values().stream()
                                .noneMatch(this::isReceived))
                .map(year ->
                        new MemberDues.Unpaid(
                                year, divided.entitlement(cooperativeId, year, memberId).total()))
                .filter(unpaid -> unpaid.amount().isMoreThan(Rupiah.ZERO))
                .toList();
    }
}
