package id.lumbung.clinic.visit;

import id.lumbung.edge.problem.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** What a visit, its settlement and its refunds must keep. */
enum VisitRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    ARRIVED_AT_UNLIKELY,
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_VISIT,
    ID_REUSED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PATIENT_PAYS_NOTHING,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    FEE_MISSING,
    NOT_SETTLED,
    SETTLEMENT_TIME_DOUBTFUL,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    BEFORE_ITS_SETTLEMENT,
    TOO_MUCH_REFUNDED;

    static Refusal nobodyArrived(Instant at) {
        return ARRIVED_AT_UNLIKELY.because(
                "Tidak mungkin ada yang datang pada %s. Betulkan jam perangkat, lalu kirim lagi."
                        .formatted(at),
                "Nobody arrived at %s. Set the device's clock and send it again.".formatted(at),
                Map.of("arrivedAt", at.toString()));
    }

    static Refusal idReused(UUID id) {
        return ID_REUSED.because(
                "Dengan id %s sudah terdaftar kunjungan lain. Yang terdaftar tetap berlaku dan tidak perlu dikirim lagi."
                        .formatted(id),
                "Under the id %s another visit is registered. What is registered stands and need not be sent again."
                        .formatted(id));
    }

    static Refusal noSuchVisit(UUID id) {
        return NO_SUCH_VISIT.because(
                "Tidak ada kunjungan dengan id %s. Daftarkan dahulu: PUT /visits/{id}."
                        .formatted(id),
                "No visit is registered under %s. Register it first: PUT /visits/{id}."
                        .formatted(id));
    }

    static Refusal notSettled() {
        return NOT_SETTLED.because(
                "Kunjungan ini belum dilunasi.", "Nothing was paid for this visit yet.");
    }
}
