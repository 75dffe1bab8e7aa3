package id.lumbung.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;

/**
 * The beginnings of requests that keep a server busy at little cost to who sends them: headers and
 * bodies that never end, batches that come slowly, bad tokens, and JSON that is nothing but
 * brackets.
 */
final class AttackRequests {

    private AttackRequests() {}

    /**
     * @param token of an outlet
     */
    static List<byte[]> with(String token) {
        var bearer = "Authorization: Bearer " + token + "\n";
        return List.of(
                bytes("GET /lumbung.css HTTP/1.1\nHost: l\nX-A: " + "y".repeat(7_000)),
                post("/oauth2/token", 16_000, "", "x".repeat(15_000)),
                post("/oauth2/token", 262_144, "", "x".repeat(100_000)),
                post("/api/pharmacy/sales/batch", 900_000, bearer, "x".repeat(100_000)),
                post("/api/pharmacy/sales/batch", 2, "Authorization: Bearer x.y.z\n", "{}"),
                post("/api/pharmacy/sales/batch", 200_000, bearer, "[],".repeat(66_666) + "[]"));
    }

    private static byte[] post(String path, int length, String headers, String body) {
        return bytes(
                "POST %s HTTP/1.1\nHost: l\nContent-Type: application/json\nContent-Length: %d\n%s\n%s"
                        .formatted(path, length, headers, body));
    }

    private static byte[] bytes(String request) {
        return request.replace("\n", "\r\n").getBytes(US_ASCII);
    }
}
