package id.lumbung.pharmacy;

import static id.lumbung.backbone.security.Role.OUTLET;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whatever is wrong with a request, the answer is problem details with a sentence, and tells
 * nothing of what is inside.
 */
@ServiceTest
class ProblemsTest {

    private static final String ID = "/sales/" + UUID.randomUUID();
    private static final String JSON = "Content-Type: application/json\r\n";

    private static final String TOKEN =
            Tokens.as(OUTLET).in(UUID.randomUUID()).at(UUID.randomUUID()).token();

    @LocalServerPort private int port;

    static Stream<Arguments> wrongRequests() {
        return Stream.of(
                Arguments.of("malformed JSON", put(ID, JSON, "{\"lines\": ["), 400),
                Arguments.of("a missing body", put(ID, JSON, ""), 400),
                Arguments.of("a list for an object", put(ID, JSON, "[1]"), 400),
                Arguments.of("an unknown field", put(ID, JSON, "{\"colour\": 1}"), 400),
                Arguments.of("a text for a list", put(ID, JSON, "{\"lines\": \"many\"}"), 400),
                Arguments.of("a fraction of a rupiah", put(ID, JSON, "{\"cost\": 1.5}"), 400),
                Arguments.of(
                        "a number that does not fit",
                        put(ID, JSON, "{\"cost\": 1" + "0".repeat(30) + "}"),
                        400),
                Arguments.of("no fields at all", put(ID, JSON, "{}"), 400),
                Arguments.of("deep nesting", put(ID, JSON, "[".repeat(5_000)), 400),
                Arguments.of("no UUID", put("/sales/abc", JSON, "{}"), 400),
                Arguments.of(
                        "another media type",
                        put(ID, "Content-Type: text/plain\r\n", "hello"),
                        415),
                Arguments.of("no such place", "GET /nowhere HTTP/1.1\r\nHost: x\r\n", 404),
                Arguments.of("no such sale", "GET " + ID + " HTTP/1.1\r\nHost: x\r\n", 404),
                Arguments.of("another method", "DELETE " + ID + " HTTP/1.1\r\nHost: x\r\n", 405),
                Arguments.of(
                        "an answer nobody can give",
                        "GET " + ID + " HTTP/1.1\r\nHost: x\r\nAccept: image/png\r\n",
                        404),
                Arguments.of(
                        "a body announced too large",
                        "PUT "
                                + ID
                                + " HTTP/1.1\r\nHost: x\r\n"
                                + JSON
                                + "Content-Length: 9999999\r\n",
                        413),
                Arguments.of("a body found too large", chunked(3 * 1024 * 1024), 413),
                Arguments.of(
                        "more than 500 sales",
                        put("/sales/batch", JSON, "{\"sales\":[" + "1,".repeat(500) + "1]}"),
                        400),
                Arguments.of(
                        "characters no address has",
                        "GET /sales/%zz{} HTTP/1.1\r\nHost: x\r\n",
                        400),
                Arguments.of(
                        "a header too large",
                        "GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "x".repeat(60_000) + "\r\n",
                        400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongRequests")
    void isAnsweredByProblemDetails(String wrong, String request, int status) throws IOException {
        var answer = send(request);
        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-type: application/problem+json");
        assertThat(answer)
                .contains("\"detail\":")
                .doesNotContain(
                        "Exception",
                        "java.",
                        "tools.jackson",
                        "org.spring",
                        "id.lumbung.",
                        "\tat ",
                        "<html");
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            var text =
                    request.contains("\r\n\r\n") ? request : request + "Connection: close\r\n\r\n";
            text = text.replaceFirst("Host: x\r\n", "$0Authorization: Bearer " + TOKEN + "\r\n");
            try {
                socket.getOutputStream().write(text.getBytes(ISO_8859_1));
            } catch (IOException _) {
                // The server answered before it had read all.
            }
            var answer = new StringBuilder();
            var buffer = new byte[8_192];
            try {
                for (var read = socket.getInputStream().read(buffer);
                        read >= 0;
                        read = socket.getInputStream().read(buffer)) {
                    answer.append(new String(buffer, 0, read, ISO_8859_1));
                }
            } catch (IOException _) {
                // The server closed while we were still sending: what it said before counts.
            }
            return answer.toString();
        }
    }

    private static String put(String path, String headers, String body) {
        return "PUT %s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(path, headers, body.length(), body)
                .replace("PUT /sales/batch", "POST /sales/batch");
    }

    private static String chunked(int size) {
        return "PUT %s HTTP/1.1\r\nHost: x\r\n%sTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(ID, JSON, size, "{" + " ".repeat(size - 1));
    }
}
