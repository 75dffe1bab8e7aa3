package id.lumbung.membership.member;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.Role;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Members who read what is held about themselves: one line an hour of each (and of each instance)
 * stands in the audit, so that nobody keeps others' acts from being recorded by reading without
 * end.
 */
@Component
class OwnReads {

    private static final int REMEMBERED = 100_000;

    private final Cache<UUID, Boolean> recorded =
            Caffeine.newBuilder()
                    .maximumSize(REMEMBERED)
                    .expireAfterWrite(Duration.ofHours(1))
                    .build();

    /** Records that a member is read about, unless it is their own reading within the hour. */
    void record(UUID memberId, Runnable line) {
        var caller = Caller.current();
        if (!caller.is(Role.MEMBER) || !memberId.equals(caller.memberId())) {
            line.run();
        } else if (recorded.asMap().putIfAbsent(memberId, true) == null) {
            try {
                line.run();
            } catch (RuntimeException e) {
                recorded.invalidate(memberId);
                throw e;
            }
        }
    }
}
