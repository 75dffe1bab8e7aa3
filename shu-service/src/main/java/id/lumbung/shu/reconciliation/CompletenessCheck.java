package id.lumbung.shu.reconciliation;

import java.time.Instant;
import java.util.List;

/**
 * @param holds whether every gate does
 */
public record CompletenessCheck(Instant askedAt, boolean holds, List<Gate> gates) {

    static CompletenessCheck of(Instant askedAt, List<Gate> gates) {
        return new CompletenessCheck(askedAt, gates.stream().allMatch(Gate::holds), gates);
    }
}
