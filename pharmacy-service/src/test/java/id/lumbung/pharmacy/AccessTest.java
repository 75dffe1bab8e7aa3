package id.lumbung.pharmacy;

import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.testkit.AccessTests;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Village;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServiceTest
class AccessTest implements AccessTests {

    @Autowired private ApplicationContext context;
    @Autowired private MongoOperations mongo;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public Set<String> judgingEachItem() {
        return Set.of("POST /sales/batch");
    }

    @Override
    public Village settle(Http http, Village village) {
        var sale = UUID.randomUUID();
        var bringBack = UUID.randomUUID();
        var returned =
                """
                {"cooperativeId": "%s", "outletId": "%s", "saleId": "%s", "at": "2026-03-02T03:00:00Z",
                 "lines": [{"line": 0, "quantity": 1, "amount": 500}]}\
                """
                        .formatted(village.cooperative(), village.outlet(), sale);
        var token = village.as(OUTLET).token();
        assertThat(http.ask(Asked.put("/sales/" + sale, sold(village)), token).status())
                .isEqualTo(200);
        assertThat(http.ask(Asked.put("/returns/" + bringBack, returned), token).status())
                .isEqualTo(200);
        return village.havingAtOutlet(
                        sale,
                        "GET /sales/{id}",
                        "PUT /sales/{id}",
                        "GET /sales/{id}/receipt",
                        "GET /sales/{id}/receipt.pdf")
                .sending("PUT /sales/{id}", sold(village))
                .havingAtOutlet(sale, "PUT /sales/{id}/time")
                .sending("PUT /sales/{id}/time", "{\"at\": \"2026-03-01T03:00:00Z\"}")
                .havingAtOutlet(bringBack, "GET /returns/{id}", "PUT /returns/{id}")
                .sending("PUT /returns/{id}", returned)
                .sending(
                        "POST /sales/batch",
                        "{\"sales\": [%s]}".formatted(item(UUID.randomUUID(), village)));
    }

    private static String sold(Village village) {
        return """
        {"cooperativeId": "%s", "outletId": "%s", "memberId": "%s", "at": "2026-03-01T03:00:00Z",
         "lines": [{"medicine": "R06", "quantity": 10, "amount": 5000}]}\
        """
                .formatted(village.cooperative(), village.outlet(), village.member());
    }

    private static String item(UUID id, Village village) {
        return sold(village).replaceFirst("\\{", "{\"id\": \"" + id + "\",");
    }

    /** A tablet that was moved: what it sold elsewhere holds up none of the others. */
    @Test
    void ofABatchOneSaleOfAnotherIsRefusedAndTheOthersAreRecorded() {
        try (var http = new Http(context)) {
            var ours = Village.unsettled();
            var theirs = Village.unsettled();
            var first = UUID.randomUUID();
            var stray = UUID.randomUUID();
            var last = UUID.randomUUID();
            var batch =
                    "{\"sales\": [%s, %s, null, \"x\", {\"id\": 7}, %s]}"
                            .formatted(item(first, ours), item(stray, theirs), item(last, ours));
            var token = ours.as(OUTLET).token();
            var answer =
                    http.ask(new Asked("POST", "/sales/batch", batch, "application/json"), token);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            var receipt = new JsonMapper().readTree(answer.body());
            assertThat(receipt.path("accepted").asInt()).isEqualTo(2);
            assertThat(receipt.path("refused").asInt()).isEqualTo(4);
            assertThat(receipt.path("results").findValuesAsString("outcome"))
                    .containsExactly(
                            "ACCEPTED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "ACCEPTED");
            assertThat(receipt.path("results").path(1).path("code").asString())
                    .isEqualTo("not-yours");
            assertThat(receipt.path("results").path(1).path("id").asString())
                    .isEqualTo(stray.toString());
            assertThat(receipt.path("results").path(2).path("code").asString())
                    .isEqualTo("unreadable");
            assertThat(http.ask(Asked.get("/sales/" + first), token).status()).isEqualTo(200);
            assertThat(http.ask(Asked.get("/sales/" + stray), theirs.as(OUTLET).token()).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void whatWasBoughtIsSeenByTheOutletAndTheMemberAlone() {
        try (var http = new Http(context)) {
            var village = settle(http, Village.unsettled());
            var sale = Asked.get("/sales/" + village.ids().get("GET /sales/{id}"));
            for (var role : List.of(OUTLET, Role.CASHIER, Role.PHARMACIST, Role.MEMBER)) {
                assertThat(http.ask(sale, village.as(role).token()).status()).isEqualTo(200);
            }
            for (var role :
                    List.of(
                            Role.BOARD,
                            Role.MANAGER,
                            Role.SUPERVISOR,
                            Role.ADVISOR,
                            Role.OPERATOR)) {
                assertThat(http.ask(sale, village.as(role).token()).status()).isEqualTo(403);
            }
        }
    }

    @Test
    void anotherCooperativesSaleCannotBeReturnedAndIsNotKnown() {
        try (var http = new Http(context)) {
            var ours = Village.unsettled();
            var theirs = settle(http, Village.unsettled());
            var body =
                    theirs.bodies()
                            .get("PUT /returns/{id}")
                            .replace(theirs.cooperative().toString(), ours.cooperative().toString())
                            .replace(theirs.outlet().toString(), ours.outlet().toString());
            var answer =
                    http.ask(
                            Asked.put("/returns/" + UUID.randomUUID(), body),
                            ours.as(OUTLET).token());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("sale-not-known");
        }
    }

    @Test
    void whoRecordedAFactStandsBesideItAndInNoAnswer() {
        try (var http = new Http(context)) {
            var village = settle(http, Village.unsettled());
            var sale = village.ids().get("GET /sales/{id}");
            var document =
                    mongo.getCollection("sales")
                            .find(new Document("_id", UUID.fromString(sale)))
                            .first();
            assertThat(document)
                    .containsEntry("recordedBy", "tester")
                    .containsEntry("recordedByClient", "test-client");
            var again =
                    http.ask(
                            Asked.put("/sales/" + sale, sold(village)),
                            village.as(Role.CASHIER).with("sub", "somebody-else").token());
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.body()).doesNotContain("tester", "somebody-else", "test-client");
        }
    }

    /** Both records are called Line; under one name a return could not be written from it. */
    @Test
    void theApiDocumentTellsTheLinesOfASaleFromThoseOfAReturn() {
        try (var http = new Http(context())) {
            var document =
                    new JsonMapper().readTree(http.ask(Asked.get("/v3/api-docs"), "").body());
            assertThat(fieldsOfALine(document, "SaleRequest"))
                    .containsExactlyInAnyOrder(
                            "productId", "medicine", "quantity", "amount", "batch");
            assertThat(fieldsOfALine(document, "ReturnRequest"))
                    .containsExactlyInAnyOrder("line", "quantity", "amount");
        }
    }

    private static Collection<String> fieldsOfALine(JsonNode document, String request) {
        var schemas = document.path("components").path("schemas");
        var line = schemas.path(request).at("/properties/lines/items/$ref").asString();
        return schemas.path(line.substring(line.lastIndexOf('/') + 1))
                .path("properties")
                .propertyNames();
    }
}
