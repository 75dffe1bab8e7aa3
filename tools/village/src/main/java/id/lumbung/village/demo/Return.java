package id.lumbung.village.demo;

import id.lumbung.village.life.Sale;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The first line of a sale, brought back whole. */
record Return(UUID id, Sale sale, Instant at) {

    Sale.Line line() {
        return sale.lines().getFirst();
    }

    /** As the pharmacy takes it. */
    Map<String, Object> body() {
        var line = Map.of("line", 0, "quantity", line().quantity(), "amount", line().amount());
        return Map.of(
                "cooperativeId", sale.cooperativeId(),
                "outletId", sale.outletId(),
                "saleId", sale.id(),
                "lines", List.of(line),
                "at", at);
    }
}
