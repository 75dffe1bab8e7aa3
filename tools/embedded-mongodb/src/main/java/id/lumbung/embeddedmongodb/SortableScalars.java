package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import java.util.UUID;

/** Simple values as bytes in their order. */
final class SortableScalars {

    private SortableScalars() {}

    static GrowingBytes uuid(UUID uuid, GrowingBytes out) {
        return out.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    static GrowingBytes binary(byte[] bytes, GrowingBytes out) {
        return out.putInt(bytes.length).put(bytes);
    }

    static GrowingBytes regex(BsonRegularExpression regex, GrowingBytes out) {
        return string(String.valueOf(regex.getOptions()), string(regex.getPattern(), out));
    }

    /** The nearest double, then by how much a long differs from it, in two bytes. */
    static GrowingBytes number(Number number, GrowingBytes out) {
        double nearest = number.doubleValue() + 0.0;
        long bits = Double.doubleToLongBits(nearest);
        long rest = number instanceof Long whole ? whole - (long) nearest : 0;
        int shifted = (int) rest + 0x8000;
        var _ = out.putLong(bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        return out.put(shifted >>> 8).put(shifted);
    }

    /** By UTF-16 units, as the scan compares; never a zero byte, which ends the string. */
    static GrowingBytes string(String string, GrowingBytes out) {
        for (int i = 0; i < string.length(); i++) {
            unit(string.charAt(i), out);
        }
        return out.put(0);
    }

    private static void unit(char unit, GrowingBytes out) {
        if (unit < 2) {
            var _ = out.put(1).put(unit + 1);
        } else if (unit < 0x80) {
            var _ = out.put(unit);
        } else if (unit < 0x800) {
            var _ = out.put(0xC0 | unit >> 6).put(0x80 | (unit & 0x3F));
        } else {
            var _ =
                    out.put(0xE0 | unit >> 12)
                            .put(0x80 | (unit >> 6 & 0x3F))
                            .put(0x80 | (unit & 0x3F));
        }
    }
}
