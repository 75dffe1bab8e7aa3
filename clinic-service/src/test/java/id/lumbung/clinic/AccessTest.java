package id.lumbung.clinic;

import static id.lumbung.backbone.security.Role.OUTLET;
import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.testkit.AccessTests;
import id.lumbung.backbone.testkit.Http;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.ServiceTest;
import id.lumbung.backbone.testkit.Village;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class AccessTest implements AccessTests {

    private static final String SETTLE = "{\"paid\": 5000, \"at\": \"2026-03-01T04:00:00Z\"}";

    @Autowired private ApplicationContext context;
    @Autowired private MongoOperations mongo;

    @Override
    public ApplicationContext context() {
        return context;
    }

    @Override
    public Village settle(Http http, Village village) {
        var visit = UUID.randomUUID();
        var refund = UUID.randomUUID();
        var registered =
                """
                {"cooperativeId": "%s", "outletId": "%s", "memberId": "%s", "payer": "GENERAL",
                 "arrivedAt": "2026-03-01T03:00:00Z"}\
                """
                        .formatted(village.cooperative(), village.outlet(), village.member());
        var paidBack =
                "{\"visitId\": \"%s\", \"amount\": 1000, \"at\": \"2026-03-02T03:00:00Z\"}"
                        .formatted(visit);
        var token = village.as(OUTLET).token();
        assertThat(http.ask(Asked.put("/visits/" + visit, registered), token).status())
                .isEqualTo(200);
        assertThat(http.ask(Asked.put("/visits/" + visit + "/settlement", SETTLE), token).status())
                .isEqualTo(200);
        assertThat(http.ask(Asked.put("/refunds/" + refund, paidBack), token).status())
                .isEqualTo(200);
        return village.havingAtOutlet(
                        visit,
                        "GET /visits/{id}",
                        "PUT /visits/{id}",
                        "PUT /visits/{id}/settlement")
                .sending("PUT /visits/{id}", registered)
                .sending("PUT /visits/{id}/settlement", SETTLE)
                .havingAtOutlet(refund, "PUT /refunds/{id}")
                .sending("PUT /refunds/{id}", paidBack);
    }

    @Test
    void whoRegisteredAVisitStandsBesideIt() {
        try (var http = new Http(context)) {
            var visit = settle(http, Village.unsettled()).ids().get("GET /visits/{id}");
            assertThat(
                            mongo.getCollection("visits")
                                    .find(new Document("_id", UUID.fromString(visit)))
                                    .first())
                    .containsEntry("recordedBy", "tester")
                    .containsEntry("recordedByClient", "test-client");
        }
    }
}
