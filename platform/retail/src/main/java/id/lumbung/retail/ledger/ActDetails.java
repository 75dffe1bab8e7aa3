package id.lumbung.retail.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written down of an act on stock beside its goods.
 *
 * @param reference the supplier's invoice, or the number of the minutes
 * @param supplier where goods came from or went back to
 * @param witness who saw it, where a rule asks for one
 * @param otherOutlet of the same cooperative, where goods go to or come from
 * @param of what this act cancels or answers: a receipt, the other half of a transfer, an order
 * @param ofAt when that happened
 */
public record ActDetails(
        @Nullable String reference,
        @Nullable String supplier,
        @Nullable String witness,
        @Nullable UUID otherOutlet,
        @Nullable UUID of,
        @Nullable Instant ofAt) {

    public static final ActDetails NONE = new ActDetails(null, null, null, null, null, null);
}
