package id.lumbung.embeddedmongodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Notes the changes of one collection in the log. */
final class CollectionLog {

    private final Durability durability;

    /** Null for what describes the structure, which is not in the log. */
    private final byte @Nullable [] name;

    CollectionLog(Durability durability, String name, String fullName) {
        this.durability = durability;
        this.name = name.startsWith("system.") ? null : fullName.getBytes(UTF_8);
    }

    void note(byte[] key, byte @Nullable [] document) {
        if (name == null) {
            durability.structureChanged();
        } else {
            durability.changed(name, key, document);
        }
    }
}
