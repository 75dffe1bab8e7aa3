package id.lumbung.launcher.client;

import java.net.http.HttpResponse;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer that is not what was asked for. */
record ProblemAnswer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = new JsonMapper();

    /** How long to wait before the next try; 0 if it does not say. */
    long retryAfterMillis() {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> value.matches("\\d{1,2}"))
                .map(value -> 1_000 * Long.parseLong(value))
                .orElse(0L);
    }

    /** What it says for people, else its status. */
    String detail() {
        JsonNode problem;
        try {
            problem = JSON.readTree(response.body());
        } catch (JacksonException _) {
            return "status " + response.statusCode();
        }
        return problem.path("detail")
                .asStringOpt()
                .or(() -> problem.path("title").asStringOpt())
                .orElse("status " + response.statusCode());
    }
}
