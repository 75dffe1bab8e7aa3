package id.lumbung.shu.account;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which run of the freezing a closed year's accounts are from. What any other run wrote, one that
 * stalled and went on after another had closed the year, counts for nothing.
 */
public interface FrozenRuns {

    /** Null where the books are open. */
    @Nullable UUID run(UUID cooperativeId, int year);
}
