package id.lumbung.backbone.mongo;

import java.util.Comparator;
import java.util.UUID;

/** UUIDs as the database orders them: by their bytes, where Java compares signed numbers. */
public final class UuidOrder {

    public static final Comparator<UUID> BY_BYTES =
            Comparator.<UUID, Long>comparing(UUID::getMostSignificantBits, Long::compareUnsigned)
                    .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private UuidOrder() {}
}
