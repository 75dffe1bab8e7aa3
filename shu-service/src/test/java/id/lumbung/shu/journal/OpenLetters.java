package id.lumbung.shu.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The dead letters that are open, found by a text in their bytes. */
final class OpenLetters {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, String> values = new HashMap<>();
    private final RestTestClient operator;

    OpenLetters(RestTestClient operator) {
        this.operator = operator;
    }

    /** Empty where there is none yet. */
    String idOf(String marker) {
        for (var letter : get("/dead-letters?state=OPEN&limit=1000")) {
            if (value(letter.path("id").asString()).contains(marker)) {
                return letter.path("id").asString();
            }
        }
        return "";
    }

    List<String> causesOf(String marker) {
        var causes = new ArrayList<String>();
        for (var letter : get("/dead-letters?state=OPEN&limit=1000")) {
            if (value(letter.path("id").asString()).contains(marker)) {
                causes.add(letter.path("cause").asString());
            }
        }
        return causes;
    }

    /** Read once: each reading is audited. */
    private String value(String id) {
        return values.computeIfAbsent(
                id,
                letter -> {
                    var value =
                            operator.get()
                                    .uri("/dead-letters/{id}/value", letter)
                                    .exchange()
                                    .expectStatus()
                                    .isOk()
                                    .returnResult(byte[].class)
                                    .getResponseBody();
                    return value == null ? "" : new String(value, UTF_8);
                });
    }

    JsonNode get(String path) {
        return JSON.readTree(
                operator.get()
                        .uri(path)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .returnResult(String.class)
                        .getResponseBody());
    }
}
