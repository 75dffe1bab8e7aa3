package id.lumbung.membership.savings;

import id.lumbung.backbone.consumer.EventHandler;
import id.lumbung.backbone.consumer.Outcome;
import id.lumbung.backbone.consumer.ReceivedEvent;
import id.lumbung.backbone.event.CauseCode;
import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.Event.PaymentMethod;
import id.lumbung.backbone.event.Event.PaymentReversed;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.backbone.event.Event.Unknown;
import id.lumbung.backbone.event.EventId;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.membership.member.MemberRegister;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the deposit where a member's part of the surplus was added to savings, and takes it back
 * where that was a mistake. The deposit's id is the event's, so that an event that comes twice is
 * one deposit. Who has left may be paid this way, too: it is theirs, and can be taken out at any
 * time.
 */
@Component
class PaidIntoSavings implements EventHandler {

    private final MemberRegister register;
    private final SavingsBooks books;
    private final ReversalDesk reversals;

    PaidIntoSavings(MemberRegister register, SavingsBooks books, ReversalDesk reversals) {
        this.register = register;
        this.books = books;
        this.reversals = reversals;
    }

    @Override
    public List<Outcome> handle(List<ReceivedEvent> events) {
        return events.stream().map(this::handle).toList();
    }

    private Outcome handle(ReceivedEvent received) {
        try {
            return switch (received.event()) {
                case EntitlementPaid paid when paid.method() == PaymentMethod.VOLUNTARY_SAVINGS ->
                        deposit(received.id(), paid);
                case PaymentReversed reversed
                        when reversed.method() == PaymentMethod.VOLUNTARY_SAVINGS ->
                        reverse(reversed);
                case Unknown(var type) ->
                        new Outcome.Refused(
                                CauseCode.TYPE_UNKNOWN,
                                "This release knows no event of type '%s'. Upgrade, then replay it."
                                        .formatted(type));
                default -> Outcome.CONSUMED;
            };
        } catch (Refusal refusal) {
            if (refusal.status().is5xxServerError()) {
                throw refusal; // Too busy now, not wrong: the batch comes again.
            }
            return new Outcome.Refused(CauseCode.NOT_CONSUMABLE, refusal.detail());
        }
    }

    private Outcome deposit(UUID id, EntitlementPaid paid) {
        var _ = register.history(paid.cooperativeId(), paid.memberId());
        if (books.deposits.find(id).isEmpty()) {
            register.requireKnown(paid.memberId());
        }
        var _ =
                books.deposits.put(
                        new Deposit(
                                id,
                                paid.cooperativeId(),
                                paid.memberId(),
                                SavingsKind.VOLUNTARY,
                                paid.amount(),
                                paid.at(),
                                null,
                                books.deposits.now()));
        return Outcome.CONSUMED;
    }

    private Outcome reverse(PaymentReversed reversed) {
        var id = EventId.of(reversed.paymentId(), EntitlementPaid.class.getSimpleName());
        var deposit =
                books.deposits
                        .find(id)
                        .filter(it -> it.cooperativeId().equals(reversed.cooperativeId()));
        if (deposit.isEmpty()) {
            return new Outcome.Refused(
                    CauseCode.NOT_CONSUMABLE,
                    "The payment that is taken back made no deposit here yet. Replay it when it has.");
        }
        var _ =
                reversals.reverse(
                        deposit.get(),
                        "The payment of %d was reversed".formatted(reversed.bookYear()));
        return Outcome.CONSUMED;
    }
}
