package id.lumbung.shu.payout;

import id.lumbung.backbone.client.NoAnswer;
import id.lumbung.backbone.client.ServiceClient;
import id.lumbung.backbone.client.ServiceClients;
import id.lumbung.backbone.event.Event.EntitlementPaid;
import id.lumbung.backbone.event.EventId;
import id.lumbung.shu.ShuSettings;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Asks the membership office to take back the deposit that a payment into savings made. It is asked
 * before the payment is reversed, for only the office knows whether the money is still there.
 */
@Component
final class DepositsOffice {

    private static final int NOT_FOUND = 404;
    private static final String TAKEN_OUT = "taken-out-since";

    private final ServiceClient membership;

    DepositsOffice(ServiceClients clients, ShuSettings settings) {
        this.membership = clients.to(settings.services().membership());
    }

    /**
     * Takes the deposit back. Asked again, it stays taken back.
     *
     * @throws id.lumbung.edge.problem.Refusal when it was taken out since, is not made yet, or the
     *     office does not answer
     */
    void takeBack(Payment payment) {
        var deposit = EventId.of(payment.id(), EntitlementPaid.class.getSimpleName());
        var reason =
                Map.of("reason", "The payment of %d was reversed".formatted(payment.bookYear()));
        try {
            membership.put(reason, "/deposits/{id}/reversal", deposit);
        } catch (NoAnswer e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(NoAnswer answer) {
        if (answer.status() == NOT_FOUND) {
            return PayoutRule.DEPOSIT_NOT_MADE_YET.because(
                    "Kantor keanggotaan belum memasukkan pembayaran ini ke simpanan. Coba lagi beberapa detik lagi; bila tetap begitu, lihat dead letter di sana.",
                    "The membership office has not added the payment to savings yet. Ask again in a few seconds; if that lasts, see its dead letters.");
        }
        // Another conflict, as of too many at once, says nothing of the money.
        if (answer.rule().equals(TAKEN_OUT)) {
            return PayoutRule.TAKEN_OUT_SINCE.because(
                    "Pembayaran ini masuk ke simpanan, dan anggota sudah mengambilnya sebagian atau seluruhnya. Batalkan dulu penarikan itu, bila penarikannya juga keliru: PUT /withdrawals/{id}/reversal.",
                    "The payment was added to savings, and the member has taken of it since. Reverse that withdrawal first, if it was a mistake too: PUT /withdrawals/{id}/reversal.");
        }
        return away(answer.how());
    }

    private static RuntimeException away(String how) {
        return PayoutRule.MEMBERSHIP_UNAVAILABLE.because(
                "Layanan keanggotaan, yang mencatat simpanan, tidak memberi jawaban (%s). Coba lagi beberapa detik lagi."
                        .formatted(how),
                "The membership service, which keeps the savings, %s. Ask again in a few seconds."
                        .formatted(how));
    }
}
