package id.lumbung.shu.closing.surplus;

import java.util.List;
import java.util.UUID;

/**
 * Whether a divided year is what its journal, computed from zero, gives.
 *
 * @param accounts computed anew
 * @param differences the first of those accounts that differ, by member
 */
record Verification(
        boolean equal,
        long accounts,
        List<UUID> differences,
        String storedDigest,
        String computedDigest) {}
