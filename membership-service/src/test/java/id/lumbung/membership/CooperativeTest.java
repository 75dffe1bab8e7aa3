package id.lumbung.membership;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@ServiceTest
class CooperativeTest {

    @Autowired private RestTestClient http;

    @Test
    void aCooperativeRegisteredTwiceIsOneAndNotAnother() {
        var office = new Office(http, UUID.randomUUID());
        var first = office.register("KDMP Tambong", "35.10.14.2014", "WIB").ok();
        assertThat(office.register("KDMP Tambong", "35.10.14.2014", "WIB")).isEqualTo(first);
        assertThat(office.get("/cooperatives/" + office.cooperative())).isEqualTo(first);
        office.register("KDMP Tambong", "35.10.14.2014", "WIT").refused(409, "id-reused");
        assertThat(office.get("/cooperatives/" + office.cooperative())).isEqualTo(first);
    }

    @Test
    void outletsAreListedWithTheirCooperativeOnly() {
        var office = Office.opened(http);
        var pharmacy = UUID.randomUUID();
        var coldStore = UUID.randomUUID();
        var elsewhere = UUID.randomUUID();
        office.open(pharmacy, "PHARMACY", "Apotek Tambong").ok();
        office.open(coldStore, "COLD_STORAGE", "Gudang Dingin").ok();
        Office.opened(http).open(elsewhere, "CLINIC", "Klinik Lain").ok();
        assertThat(office.get("/outlets?cooperativeId=" + office.cooperative()).ok().body())
                .contains(pharmacy.toString(), coldStore.toString())
                .doesNotContain(elsewhere.toString());
        new Office(http, UUID.randomUUID())
                .open(UUID.randomUUID(), "CLINIC", "Klinik")
                .refused(404, "no-such-cooperative");
        office.open(UUID.randomUUID(), "clinic", "Klinik").refused(400, "invalid");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/membership, /api/membership",
        "/api/, ''",
        "//elsewhere.example, ''",
        "/api/1?name=Made, ''"
    })
    void aProblemNamesTheAddressUnderWhichTheGatewayIsAsked(String told, String prefix) {
        var nowhere = "/cooperatives/" + UUID.randomUUID();
        Tokens.as(Role.OPERATOR)
                .on(http)
                .get()
                .uri(nowhere)
                .header("Lumbung-Prefix", told)
                .exchange()
                .expectBody()
                .jsonPath("$.instance")
                .isEqualTo(prefix + nowhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3510142014", "35.10.14.201", "35.10.14.2014.1", "", "ab.cd.ef.ghij"})
    void aVillageCodeIsChecked(String code) {
        var refusal =
                new Office(http, UUID.randomUUID())
                        .register("KDMP Tambong", code, "WIB")
                        .refused(400, "invalid");
        assertThat(refusal.body()).contains("villageCode", "35.10.14.2014");
    }

    @ParameterizedTest
    @CsvSource({
        "id, harus kode desa seperti 35.10.14.2014, paling sedikit 1, must",
        "en, must be a village code such as 35.10.14.2014, must be at least 1, harus"
    })
    void whatIsWrongWithAFieldIsToldInOneLanguage(
            String language, String code, String limit, String other) {
        var office = Office.opened(http);
        var operator =
                office.operator().mutate().defaultHeader("Accept-Language", language).build();
        var body =
                operator.put()
                        .uri("/cooperatives/" + UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"villageCode\": \"35\"}")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(body).contains("'villageCode' " + code, "\"detail\":\"" + code + "\"");
        assertThat(body).doesNotContain(other);
        var page =
                Tokens.as(Role.BOARD)
                        .in(office.cooperative())
                        .on(http)
                        .mutate()
                        .defaultHeader("Accept-Language", language)
                        .build()
                        .get()
                        .uri("/members?limit=0&cooperativeId=" + office.cooperative())
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody();
        assertThat(page).contains("'limit' " + limit, "\"detail\":\"" + limit + "\"");
        assertThat(page).doesNotContain(other);
    }

    @Test
    void whatCannotBeReadIsAProblemThatNamesTheField() {
        var office = new Office(http, UUID.randomUUID());
        var path = "/cooperatives/" + office.cooperative();
        assertThat(
                        office.register("KDMP Tambong", "35.10.14.2014", "GMT")
                                .refused(400, "unreadable")
                                .body())
                .contains("zone", "WIB, WITA, WIT");
        office.putAsOperator(path, "{").refused(400, "unreadable");
        office.putAsOperator("/cooperatives/tambong", "{}").refused(400, "unreadable");
        office.putAsOperator(path, "{}").refused(400, "invalid");
        office.putAsOperator(
                        path,
                        "{\"name\": \"KDMP\", \"villageCode\": \"35.10.14.2014\", \"kind\": \"VILLAGE\"}")
                .refused(400, "invalid");
        office.get(path).refused(404, "no-such-cooperative");
    }
}
