package id.lumbung.backbone.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.fact.OutletOwners.Outlet;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.edge.problem.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.bson.UuidRepresentation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class OutletOwnersTest {

    private final MongoClient client =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(Backends.mongodb()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());
    private final MongoTemplate mongo = new MongoTemplate(client, "owners-" + UUID.randomUUID());
    private final AuditLog audit = new AuditLog(mongo, Clock.tickMillis(ZoneOffset.UTC));
    private final OutletOwners owners = new OutletOwners(mongo, audit);

    private final UUID outlet = UUID.randomUUID();
    private final UUID rightful = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @AfterEach
    void leave() {
        mongo.getDb().drop();
        client.close();
    }

    private void assertRefused(OutletOwners by, UUID cooperative, boolean isVouched) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> by.claim(outlet, cooperative, isVouched))
                .satisfies(refusal ->
                        assertThat(refusal.rule())
                                .isEqualTo(FactRule.OUTLET_OF_ANOTHER_COOPERATIVE));
    }

    private int corrections(UUID cooperative) {
        return audit.about(cooperative, outlet.toString(), 10).size();
    }

    @Test
    void anOutletIsNotTakenFromTheOneThatTheRegisterNames() {
        owners.claim(outlet, rightful, true);

        assertRefused(owners, other, false);
        assertRefused(new OutletOwners(mongo, audit), other, false);
        assertRefused(owners, other, true);
        owners.claim(outlet, rightful, false);
        assertThat(corrections(other)).isZero();
    }

    @Test
    void whoSentFirstLosesItToTheOneThatTheRegisterNamesAndBothAreTold() {
        owners.claim(outlet, other, false);
        owners.claim(outlet, other, false);

        owners.claim(outlet, rightful, true);

        assertRefused(owners, other, false);
        owners.claim(outlet, rightful, false);
        assertThat(owners.ownerOf(outlet)).hasValue(rightful);
        assertThat(corrections(other)).isOne();
        assertThat(corrections(rightful)).isOne();
        assertThat(owners.of(rightful)).containsExactly(new Outlet(outlet, rightful));
        assertThat(owners.of(other)).containsExactly(new Outlet(outlet, other));
        assertThat(owners.all())
                .containsExactlyInAnyOrder(new Outlet(outlet, rightful), new Outlet(outlet, other));
    }

    @Test
    void whoSentFirstKeepsItUntilTheRegisterHasSpoken() {
        owners.claim(outlet, rightful, false);

        assertRefused(owners, other, false);
        owners.claim(outlet, rightful, true);
        assertRefused(new OutletOwners(mongo, audit), other, true);
        assertThat(corrections(rightful)).isZero();
    }
}
