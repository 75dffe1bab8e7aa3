package id.lumbung.embeddedmongodb;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortableBytesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfTheBytesIsTheOrderOfTheValues(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 50_000; round++) {
            var one = value(random);
            var other = value(random);
            var expected = Integer.signum(ValueComparator.asc().compare(one, other));
            assertThat(order(one, other, true)).as("%s and %s", one, other).isEqualTo(expected);
            assertThat(order(one, other, false)).as("%s and %s", one, other).isEqualTo(-expected);
        }
    }

    @Test
    void laterIdsOfVersion7AreBehindEarlierOnes() {
        var earlier = UUID.fromString("019aaf00-0000-7fff-bfff-ffffffffffff");
        var later = UUID.fromString("019aaf00-0001-7000-8000-000000000000");
        assertThat(order(earlier, later, true)).isNegative();
        assertThat(order(later, UUID.fromString("f19aaf00-0001-7000-8000-000000000000"), true))
                .isNegative();
    }

    /** An entry of two values must not be taken for one of a longer first value. */
    @Test
    void noValueBeginsWithAnother() {
        var random = new Random(4);
        for (var round = 0; round < 50_000; round++) {
            var one = bytes(value(random), true);
            var other = bytes(value(random), true);
            var differ = Arrays.mismatch(one, other);
            assertThat(differ).isLessThan(Math.min(one.length, other.length));
        }
    }

    private static int order(Object one, Object other, boolean ascending) {
        return Integer.signum(
                Arrays.compareUnsigned(bytes(one, ascending), bytes(other, ascending)));
    }

    private static byte[] bytes(Object value, boolean ascending) {
        return new SortableBytes().value(value, ascending).toArray();
    }

    private static Object value(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> random.nextInt(5) - 2;
            case 1 -> random.nextLong();
            case 2 -> random.nextGaussian() * 3;
            case 3 -> random.nextInt(5) * -0.5;
            case 4 -> (1L << 53) + random.nextInt(5) - 2;
            case 5 -> Long.MAX_VALUE - random.nextInt(3);
            case 6 -> string(random);
            case 7 -> new UUID(random.nextLong(), random.nextLong());
            case 8 -> Instant.ofEpochMilli(random.nextLong(2_000) - 1_000);
            case 9 -> random.nextBoolean();
            case 10 -> new ObjectId(String.format("%024x", random.nextInt(1 << 16)));
            default -> random.nextInt(3);
        };
    }

    private static String string(Random random) {
        var units = new char[random.nextInt(4)];
        for (var i = 0; i < units.length; i++) {
            units[i] =
                    "\0\1\2a~\u007f\u0080\u07ff\u0800\ud800\udc00\uffff".charAt(random.nextInt(12));
        }
        return new String(units);
    }
}
