package id.lumbung.village.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit to the clinic.
 *
 * @param memberId null for someone who is no member
 * @param paid rupiah by the patient
 */
record Visit(UUID id, @Nullable UUID memberId, Payer payer, Instant at, long paid) {

    Instant settledAt() {
        return at.plus(Duration.ofMinutes(25));
    }

    /** As the clinic's front desk takes it. */
    Map<String, Object> registration(UUID cooperativeId, UUID outletId) {
        var registration = new HashMap<String, Object>();
        registration.put("cooperativeId", cooperativeId);
        registration.put("outletId", outletId);
        if (memberId != null) {
            registration.put("memberId", memberId);
        }
        registration.put("payer", payer);
        registration.put("arrivedAt", at);
        return registration;
    }

    Map<String, Object> settlement() {
        return Map.of("paid", paid, "at", settledAt());
    }
}
