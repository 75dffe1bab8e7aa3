package id.lumbung.village.demo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A member's saving.
 *
 * @param kind PRINCIPAL (simpanan pokok) or MANDATORY (simpanan wajib)
 * @param amount rupiah
 */
record Deposit(UUID id, UUID memberId, String kind, long amount, Instant at) {

    /** As the membership office takes it. */
    Map<String, Object> body(UUID cooperativeId) {
        return Map.of(
                "cooperativeId", cooperativeId,
                "memberId", memberId,
                "kind", kind,
                "amount", amount,
                "at", at);
    }
}
