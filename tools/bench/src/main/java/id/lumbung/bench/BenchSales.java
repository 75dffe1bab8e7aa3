package id.lumbung.bench;

import java.time.Instant;
import java.util.UUID;

/** Made-up sales of one outlet, by their numbers. */
record BenchSales(UUID cooperative, UUID outlet) {

    UUID id(long number) {
        var millis = 1_780_000_000_000L + number / 100;
        return new UUID(
                (millis << 16) | 0x7000L | (number % 100),
                0x8000_0000_0000_0000L | (outlet.getLeastSignificantBits() >>> 2));
    }

    /** So many of them, as a pharmacy takes them at once. */
    String batch(long first, int size) {
        var body = new StringBuilder("{\"sales\":[");
        for (var number = first; number < first + size; number++) {
            body.append(number == first ? "" : ",")
                    .append("{\"id\":\"")
                    .append(id(number))
                    .append("\",")
                    .append(json(number));
        }
        return body.append("]}").toString();
    }

    /** Without the opening brace, behind which a batch has the id. */
    String json(long number) {
        return """
        "cooperativeId":"%s","outletId":"%s","memberId":"%s","at":"%s","lines":[{"medicine":"N02BE","quantity":10,"amount":%d},{"medicine":"R06","quantity":1,"amount":2500}]}\
        """
                .formatted(
                        cooperative,
                        outlet,
                        new UUID(
                                cooperative.getMostSignificantBits(),
                                0x8000_0000_0000_0000L | (number % 500)),
                        Instant.ofEpochMilli(1_760_000_000_000L + number * 7),
                        1_000 + number % 9_000);
    }
}
