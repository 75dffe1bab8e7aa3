package id.lumbung.village.demo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What a patient got back of what was paid for a visit.
 *
 * @param amount rupiah
 */
record Refund(UUID id, Visit visit, long amount, Instant at) {

    /** As the clinic takes it. */
    Map<String, Object> body() {
        return Map.of("visitId", visit.id(), "amount", amount, "at", at);
    }
}
