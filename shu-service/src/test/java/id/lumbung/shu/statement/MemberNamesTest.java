package id.lumbung.shu.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import id.lumbung.backbone.client.ServiceClients;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.ShuSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;

/** Against a small membership office that answers as it is told. */
class MemberNamesTest {

    private static final UUID COOPERATIVE = new UUID(0, 7);
    private static final UUID ADI = new UUID(0, 1);
    private static final UUID BINA = new UUID(0, 2);
    private static final UUID NAMELESS = new UUID(0, 3);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer membership;
    private volatile int status = 200;
    private volatile Function<String, String> answers = _ -> "{}";

    @BeforeEach
    void open() throws IOException {
        membership =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        membership.createContext(
                "/",
                exchange -> {
                    var uri = exchange.getRequestURI().toString();
                    asked.add(uri);
                    var body = answers.apply(uri).getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        membership.start();
    }

    @AfterEach
    void close() {
        membership.stop(0);
    }

    private MemberNames names() {
        var address = URI.create("http://127.0.0.1:" + membership.getAddress().getPort());
        var settings =
                new ShuSettings(
                        new ShuSettings.Services(address, address, address),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(10),
                        Duration.ZERO);
        return new MemberNames(
                new ServiceClients(
                        RestClient.builder(), settings.connectTimeout(), settings.answerTimeout()),
                settings);
    }

    @Test
    void namesComeByThePageAndUnknownFieldsArePassedOver() {
        answers =
                uri ->
                        uri.contains("after=")
                                ? "{\"items\":[{\"id\":\"%s\",\"name\":\"Bina\"},{\"id\":\"%s\"}],\"next\":null}"
                                        .formatted(BINA, NAMELESS)
                                : "{\"items\":[{\"id\":\"%s\",\"name\":\"Adi Ñ\",\"kind\":\"ORDINARY\"}],\"next\":\"%s\",\"total\":2}"
                                        .formatted(ADI, ADI);
        assertThat(names().of(COOPERATIVE)).isEqualTo(Map.of(ADI, "Adi Ñ", BINA, "Bina"));
        assertThat(asked)
                .containsExactly(
                        "/members?cooperativeId=%s&limit=1000".formatted(COOPERATIVE),
                        "/members?cooperativeId=%s&after=%s&limit=1000"
                                .formatted(COOPERATIVE, ADI));
    }

    @Test
    void aCooperativeIsAskedByItsId() {
        answers =
                _ ->
                        "{\"name\":\"KDMP Tambong\",\"villageCode\":\"35.10.14.2014\",\"kind\":\"VILLAGE\"}";
        assertThat(names().cooperative(COOPERATIVE))
                .isEqualTo(new MemberNames.Cooperative("KDMP Tambong", "35.10.14.2014"));
        assertThat(asked).containsExactly("/cooperatives/" + COOPERATIVE);
    }

    /** For one statement nobody reads the whole list, however long it is. */
    @Test
    void aMemberIsAskedByIdAndNamedOnlyInTheirOwnCooperative() {
        answers =
                _ ->
                        "{\"id\":\"%s\",\"cooperativeId\":\"%s\",\"name\":\"Adi\",\"kind\":\"ORDINARY\"}"
                                .formatted(ADI, COOPERATIVE);
        assertThat(names().of(COOPERATIVE, ADI)).contains("Adi");
        assertThat(names().of(UUID.randomUUID(), ADI)).isEmpty();
        assertThat(asked).containsExactly("/members/" + ADI, "/members/" + ADI);
        status = 404;
        assertThat(names().of(COOPERATIVE, BINA)).isEmpty();
    }

    @Test
    void aPageThatPointsToItselfIsNotFollowedForEver() {
        answers = _ -> "{\"items\":[],\"next\":\"%s\"}".formatted(ADI);
        assertThatThrownBy(() -> names().of(COOPERATIVE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.rule())
                                        .isEqualTo(StatementRule.TOO_MANY_MEMBERS));
    }

    @Test
    void anOfficeThatDoesNotAnswerIsNamedWithItsError() {
        status = 500;
        assertRefused("answered 500");
        status = 200;
        answers = _ -> "{\"members\":";
        assertRefused("did not answer");
        answers = _ -> "{\"next\":null}";
        assertRefused("did not answer");
        membership.stop(0);
        assertRefused("did not answer");
    }

    private void assertRefused(String how) {
        assertThatThrownBy(() -> names().of(COOPERATIVE))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.rule())
                                    .isEqualTo(StatementRule.MEMBERSHIP_UNAVAILABLE);
                            assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
                            assertThat(refusal.detail()).contains("membership service", how);
                        });
    }
}
