package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Decimal128;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One end of what a {@link Condition} lets through. */
record Bound(Object value, boolean inclusive) {

    /** Whether an index can be asked for what lies above or below this. */
    static boolean canBe(@Nullable Object operand) {
        return Key.isScalar(operand) && !(operand instanceof BinData);
    }

    /** Decimals that differ can have one key, so they are never shut out. */
    static Bound of(@Nullable Object operand, boolean inclusive) {
        return new Bound(
                Objects.requireNonNull(operand), inclusive || operand instanceof Decimal128);
    }
}
