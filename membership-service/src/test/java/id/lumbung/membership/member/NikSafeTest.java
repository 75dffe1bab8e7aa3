package id.lumbung.membership.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import id.lumbung.backbone.security.Keyset;
import id.lumbung.backbone.testkit.Backends;
import id.lumbung.edge.problem.Refusal;
import java.nio.file.Path;
import java.util.UUID;
import org.bson.UuidRepresentation;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.data.mongodb.core.MongoTemplate;

class NikSafeTest {

    private static final Nik NIK = Nik.of("3510144508900001");

    private final MongoClient client =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(new ConnectionString(Backends.mongodb()))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());
    private final MongoTemplate mongo = new MongoTemplate(client, "safe-" + UUID.randomUUID());
    private final UUID member = UUID.randomUUID();
    private final UUID cooperative = UUID.randomUUID();

    @TempDir private Path folder;

    @AfterEach
    void leave() {
        mongo.getDb().drop();
        client.close();
    }

    @Test
    void opensForTheSameMemberWithTheSameKeysAlsoAfterARotation() {
        var keys = keys("keys.json");
        var safe = new NikSafe(keys, mongo);
        var sealed = safe.seal(member, NIK);
        var hashes = safe.hashes(cooperative, NIK);
        assertThat(safe.open(member, sealed)).isEqualTo(NIK);

        keys.rotateSealing();
        keys.rotateHashing();
        var later = new NikSafe(keys("keys.json"), mongo);
        assertThat(later.open(member, sealed)).isEqualTo(NIK);
        assertThat(later.hashes(cooperative, NIK)).containsAll(hashes).hasSize(2);
        assertThat(later.hashes(UUID.randomUUID(), NIK)).doesNotContainAnyElementsOf(hashes);
    }

    @Test
    void doesNotStartWithOtherOrNewKeysAndStartsAgainWithTheRightOnes() {
        var sealed = new NikSafe(keys("keys.json"), mongo).seal(member, NIK);
        assertThatIllegalStateException()
                .isThrownBy(() -> new NikSafe(keys("lost-and-made-anew.json"), mongo))
                .withMessageContaining("LUMBUNG_KEYSET_FILE");
        assertThat(new NikSafe(keys("keys.json"), mongo).open(member, sealed)).isEqualTo(NIK);
    }

    @Test
    void doesNotOpenWhatWasTamperedWithOrIsAnotherMembers() {
        var safe = new NikSafe(keys("keys.json"), mongo);
        var sealed = safe.seal(member, NIK);
        var tampered = sealed.getData().clone();
        tampered[tampered.length - 1] ^= 1;
        refused(safe, member, new Binary(tampered));
        refused(safe, UUID.randomUUID(), sealed);
    }

    private static void refused(NikSafe safe, UUID member, Binary sealed) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> safe.open(member, sealed))
                .satisfies(refusal -> {
                    assertThat(refusal.slug()).isEqualTo("nik-cannot-be-opened");
                    assertThat(refusal.detail()).doesNotContainPattern("[0-9]{4}");
                });
    }

    private Keyset keys(String file) {
        return Keyset.loadOrCreate(folder.resolve(file));
    }
}
