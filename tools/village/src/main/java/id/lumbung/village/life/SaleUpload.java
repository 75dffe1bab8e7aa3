package id.lumbung.village.life;

import id.lumbung.launcher.client.Gateway;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Several sales that are sent at once, as the pharmacy takes and answers them. */
record SaleUpload(List<Sale> sales) {

    /** The most that the pharmacy takes at once. */
    static final int MAX_SALES = 500;

    enum Outcome {
        ACCEPTED,
        DUPLICATE,
        CONFLICT,
        REFUSED
    }

    record Result(@Nullable UUID id, Outcome outcome, @Nullable String reason) {}

    record Receipt(List<Result> results) {}

    /** What became of each sale, in their order. */
    List<Result> send(Gateway gateway) {
        var results = gateway.post("/api/pharmacy/sales/batch", this, Receipt.class).results();
        if (results.size() != sales.size()) {
            throw new IllegalStateException(
                    "%d sales were sent, and %d answered".formatted(sales.size(), results.size()));
        }
        return results;
    }
}
