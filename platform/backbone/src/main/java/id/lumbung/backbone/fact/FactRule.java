package id.lumbung.backbone.fact;

import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** What every fact must keep, whatever it is about. */
enum FactRule implements Refusal.Rule {
    ID_REUSED,
    OUTLET_OF_ANOTHER_COOPERATIVE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    AT_IN_THE_FUTURE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    AT_BEFORE_1970,
    TIME_NOT_DOUBTFUL,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    TIME_AFTER_RECORDED,
    SETTLED_AS_REFUSED,
    DIFFERENCE_NOT_OPEN,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NOTHING_REFUSED,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    TOO_BUSY;

    /**
     * What is recorded under the id stands, and the caller need not send it again: no word of this
     * may suggest another id, under which the same would count twice.
     */
    static Refusal idReused(Fact first, Fact again) {
        var isSameOutlet =
                first.cooperativeId().equals(again.cooperativeId())
                        && first.outletId().equals(again.outletId());
        var difference = isSameOutlet ? Difference.between(first, again) : null;
        if (difference == null || difference.isEmpty()) {
            return ID_REUSED.because(
                    "Id %s sudah dipakai untuk catatan lain di sini. Yang tercatat tetap berlaku dan tidak diubah; periksa perangkat yang membuat id ini."
                            .formatted(again.id()),
                    "The id %s was used for another record here. What is recorded stands and is not changed; look at the device that made the id."
                            .formatted(again.id()));
        }
        var it = difference.get();
        return ID_REUSED.because(
                "Catatan dengan id ini sudah ada, dan %s. Yang tercatat tetap berlaku dan tidak perlu dikirim lagi; bila keliru, batalkan (retur, pengembalian)."
                        .formatted(it.indonesian()),
                "Under this id it is recorded already, and differs in %s. What is recorded stands and need not be sent again; if it is wrong, reverse it (a return, a refund)."
                        .formatted(it.english()),
                it.args());
    }

    static Refusal inTheFuture(Instant at, Instant now) {
        var minutes = ClockTolerance.MAX_AHEAD.toMinutes();
        return AT_IN_THE_FUTURE.because(
                "Waktunya %s, lebih dari %d menit di depan jam server (%s). Perbaiki jam perangkat, lalu kirim lagi."
                        .formatted(at, minutes, now),
                "It would have happened at %s, more than %d minutes ahead of the server's clock (%s). Set the device's clock and send it again."
                        .formatted(at, minutes, now),
                Map.of("at", at.toString(), "server", now.toString()));
    }

    static Refusal before1970(Instant at) {
        return AT_BEFORE_1970.because(
                "Waktunya %s, sebelum tahun 1970. Perbaiki jam perangkat, lalu kirim lagi."
                        .formatted(at),
                "'at' is %s, before 1970. Set the device's clock and send it again.".formatted(at),
                Map.of("at", at.toString()));
    }
}
