package id.lumbung.launcher.reconcile;

import java.util.List;
import java.util.Map;

/**
 * What a reconciliation found.
 *
 * @param outlets that were compared, a cooperative's office being one
 * @param outletDays with a fact on either side
 * @param own what all own databases hold together
 * @param differing outlet days that are not the same, whether or not they are named
 * @param pending facts that services had taken and not published yet, by service, where there were
 *     any
 * @param troubles sentences that name who did not answer
 */
public record Report(
        int outlets,
        long outletDays,
        Side own,
        Side journal,
        long differing,
        List<Difference> differences,
        Map<String, Long> pending,
        List<String> troubles) {

    public boolean equal() {
        return differing == 0 && troubles.isEmpty();
    }

    public long missing() {
        return differences.stream().mapToLong(it -> it.missing().count()).sum();
    }
}
