package id.lumbung.membership;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

/**
 * Whatever is wrong with a request, and wherever somebody wrote a name, a NIK or a telephone number
 * by mistake: no problem, no line of the log and no label of a metric repeats it.
 */
@ServiceTest
class NothingLeaksTest {

    private static final List<String> SECRETS =
            List.of("3510144508900001", "Wulandari", "081234567890", "wulandari@example.org");
    private static final UUID MEMBER = UUID.randomUUID();
    private static final String JSON = "Content-Type: application/json\r\n";

    @Autowired private RestTestClient http;
    @Autowired private MeterRegistry meters;
    @LocalServerPort private int port;
    private String token = "";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    private final Logger ours = (Logger) LoggerFactory.getLogger("id.lumbung");
    private final Level usual = root.getLevel();

    @BeforeEach
    void listen() {
        root.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        var _ = root.detachAppender(log);
        root.setLevel(usual);
        ours.setLevel(null);
    }

    @Test
    void nothingThatWasSentIsRepeated() throws IOException {
        var office = Office.opened(http);
        token = Tokens.as(Role.BOARD).in(office.cooperative()).token();
        office.put("/members/" + MEMBER, body(office, "", "")).ok();
        var operations =
                Map.of(
                        "PUT /members/" + MEMBER, body(office, "", ""),
                        "PUT /members/" + MEMBER + "/leaving",
                                "{\"on\": \"2026-03-01\", \"reason\": \"REQUEST\"}",
                        "PUT /members/" + MEMBER + "/person",
                                "{\"name\": \"Siti\", \"nik\": \"\", \"phone\": \"\", \"address\": \"\","
                                        + " \"birthDate\": null, \"aid\": null, \"reason\": \"\"}",
                        "PUT /members/" + MEMBER + "/erasure", "{\"reason\": \"\"}",
                        "POST /members/" + MEMBER + "/nik", "{\"reason\": \"\"}",
                        "POST /members/" + MEMBER + "/personal-data", "{\"reason\": \"\"}",
                        "PUT /deposits/" + UUID.randomUUID(),
                                "{\"cooperativeId\": \"\", \"memberId\": \"\", \"kind\": \"\","
                                        + " \"amount\": 1, \"at\": \"\"}");
        var requests = new ArrayList<String>();
        for (var secret : SECRETS) {
            operations.forEach((operation, body) -> {
                for (var wrong : eachFieldReplaced(body, secret)) {
                    requests.add(request(operation, JSON, wrong));
                }
                requests.add(request(operation, JSON, "{\"" + secret + ""));
                requests.add(request(operation, "Content-Type: " + secret + "\r\n", body));
                requests.add(request(operation, JSON + "Accept: " + secret + "\r\n", ""));
                requests.add(
                        request(
                                operation,
                                JSON
                                        + "traceparent: "
                                        + secret
                                        + "\r\nCookie: a="
                                        + secret
                                        + "{\r\n",
                                "[]"));
                requests.add(request(operation.replace(MEMBER.toString(), secret), JSON, body));
            });
            for (var path :
                    List.of(
                            "/members/" + secret,
                            "/members/" + secret + "/personal-data",
                            "/" + secret,
                            "/members/" + MEMBER + "/" + secret,
                            "/members?cooperativeId=" + secret,
                            "/members?cooperativeId=" + MEMBER + "&after=" + secret,
                            "/members?cooperativeId=" + MEMBER + "&limit=" + secret,
                            "/audit?cooperativeId=" + MEMBER + "&from=" + secret,
                            "/members?name=Siti " + secret,
                            "/members?name=%zz" + secret,
                            "/members/{" + secret + "}",
                            "/members;name=" + secret + "/" + MEMBER,
                            "/../" + secret)) {
                requests.add(request("GET " + path, "", ""));
                requests.add(request("DELETE " + path, "", ""));
            }
            requests.add(request(secret + " /members/" + MEMBER, "", ""));
            requests.add("GET " + secret + "\r\n\r\n");
            requests.add(secret + "\r\n\r\n");
        }
        requests.addAll(
                requests.stream()
                        .map(request ->
                                request.replace("Authorization: Bearer " + token + "\r\n", ""))
                        .toList());
        for (var request : requests) {
            var answer = send(request);
            if (!answer.startsWith("HTTP/1.1 2")) {
                assertThat(answer).as(request).doesNotContain(SECRETS);
                assertThat(answer).as(request).doesNotContain("HTTP/1.1 5");
            }
        }
        assertThat(requests).hasSizeGreaterThan(200);
        assertThat(logged()).doesNotContain(SECRETS);
        assertThat(labels()).contains("/members/{id}").doesNotContain(SECRETS);
        assertThat(labels()).doesNotContain(MEMBER.toString());
    }

    /** The body with the secret in place of each value, in a list, as a field and after the end. */
    private static List<String> eachFieldReplaced(String body, String secret) {
        var fields =
                Pattern.compile("(\"\\w+\": )(\"[^\"]*\"|null|true|\\d+)")
                        .matcher(body)
                        .results()
                        .toList();
        var wrong = new ArrayList<String>();
        for (var field : fields) {
            for (var value :
                    List.of(
                            "\"" + secret + " " + "x".repeat(400) + "\"",
                            "\"" + secret + "\"",
                            "[\"" + secret + "\"]",
                            "{\"" + SECRETS.getFirst() + "\": \"" + secret + "\"}",
                            secret)) {
                wrong.add(
                        body.substring(0, field.start())
                                + field.group(1)
                                + value
                                + body.substring(field.end()));
            }
        }
        wrong.add("{\"" + SECRETS.getFirst() + "\": \"" + secret + "\"}");
        wrong.add(body + secret);
        return wrong;
    }

    private static String body(Office office, String nik, String name) {
        return """
        {"cooperativeId": "%s", "kind": "ORDINARY", "name": "Siti %s", "joinedOn": "2026-01-05",
         "nik": "%s", "phone": "0811111111", "address": "Dusun", "birthDate": "1990-08-05",
         "aid": {"kpm": true, "programmes": ["PKH"], "source": "DTSEN", "checkedOn": "2026-01-04"}}\
        """
                .formatted(office.cooperative(), name, nik.isEmpty() ? "3201014508900001" : nik);
    }

    private String logged() {
        var text = new StringBuilder();
        for (var event : List.copyOf(log.list)) {
            text.append(event.getLoggerName()).append(' ').append(event.getFormattedMessage());
            if (event.getThrowableProxy() != null) {
                text.append('\n').append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private String labels() {
        var text = new StringBuilder();
        meters.getMeters().forEach(meter -> text.append(meter.getId()).append('\n'));
        return text.toString();
    }

    private String request(String operation, String headers, String body) {
        return "%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(operation, token, headers, body.length(), body);
    }

    private String send(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
