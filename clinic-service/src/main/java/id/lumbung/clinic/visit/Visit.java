package id.lumbung.clinic.visit;

import id.lumbung.backbone.security.Owned;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A patient's visit, from registration on. It publishes nothing of itself: only its settlement is
 * published, as ids and rupiah.
 *
 * @param memberId the member who is treated, or whose family; null for who is none
 */
@Document("visits")
record Visit(
        @Id UUID id,
        UUID cooperativeId,
        UUID outletId,
        @Nullable UUID memberId,
        Payer payer,
        Instant arrivedAt)
        implements Owned {

    /**
     * Who pays: the patient (umum), the state's aid (PBI), the national insurance (JKN) or a
     * government programme.
     */
    enum Payer {
        GENERAL(true),
        PBI(false),
        JKN(true),
        PROGRAM(false);

        private final boolean patientMayPay;

        Payer(boolean patientMayPay) {
            this.patientMayPay = patientMayPay;
        }

        boolean patientMayPay() {
            return patientMayPay;
        }
    }
}
