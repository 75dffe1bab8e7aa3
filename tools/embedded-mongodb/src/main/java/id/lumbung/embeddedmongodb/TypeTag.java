package id.lumbung.embeddedmongodb;

/**
 * The first byte of a value in {@link SortableBytes}, which sets the order of values of different
 * types, as the server compares them.
 */
enum TypeTag {
    MIN_KEY(0x05),
    NULL(0x10),
    NUMBER(0x18),
    STRING(0x20),
    DOCUMENT(0x28),
    LIST(0x30),
    BINARY(0x38),
    LEGACY_UUID(0x40),
    UUID(0x48),
    OBJECT_ID(0x50),
    BOOLEAN(0x58),
    INSTANT(0x60),
    TIMESTAMP(0x68),
    REGEX(0x70),
    MAX_KEY(0x7F);

    private final byte code;

    TypeTag(int code) {
        this.code = (byte) code;
    }

    GrowingBytes into(GrowingBytes out) {
        return out.put(code);
    }
}
