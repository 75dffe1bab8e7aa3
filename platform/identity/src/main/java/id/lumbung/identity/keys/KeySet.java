package id.lumbung.identity.keys;

import java.time.Instant;
import java.util.List;

/** All keys that are shown, the oldest first. */
record KeySet(List<NumberedKey> keys, Instant readAt) {

    NumberedKey signing(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElse(keys.getFirst());
    }
}
