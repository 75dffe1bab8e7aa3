package id.lumbung.shu.reconciliation;

import static id.lumbung.shu.reconciliation.ReconciledVillage.NEW_YEAR;
import static id.lumbung.shu.reconciliation.ReconciledVillage.WIT;
import static org.awaitility.Awaitility.await;

import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.shu.reconciliation.Gate.Name;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.mongodb.core.MongoOperations;

/** The journal's side of a village: waited for, asked, and cleared of dead letters. */
@TestComponent
class Books {

    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Completeness completeness;
    private final ConsumerLag lag;
    private final TopicSettings reading;
    private final MongoOperations mongo;

    Books(
            Completeness completeness,
            ConsumerLag lag,
            TopicSettings reading,
            MongoOperations mongo) {
        this.completeness = completeness;
        this.lag = lag;
        this.reading = reading;
        this.mongo = mongo;
    }

    /** Without anything of the tests before. */
    ReconciledVillage openVillage() {
        await().atMost(TIMEOUT)
                .ignoreExceptions()
                .until(() ->
                        lag.await(reading.group(), reading.reads(), TIMEOUT)
                                        + lag.await(
                                                reading.deadLetterGroup(),
                                                reading.deadLetterTopics(),
                                                TIMEOUT)
                                == 0);
        forgetDeadLetters();
        return ReconciledVillage.open();
    }

    void forgetDeadLetters() {
        var _ = mongo.getCollection("deadLetters").deleteMany(new Document());
    }

    long entries(ReconciledVillage village) {
        return mongo.getCollection("journal")
                .countDocuments(new Document("cooperativeId", village.cooperative));
    }

    /** Until the village of the beginning is journalled, and so many facts more. */
    void awaitEntries(ReconciledVillage village, int more) {
        await().atMost(TIMEOUT).until(() -> entries(village) >= ReconciledVillage.AT_FIRST + more);
    }

    CompletenessCheck check(ReconciledVillage village) {
        return completeness.check(village.cooperative, WIT, NEW_YEAR, Set.of());
    }

    static Gate gate(CompletenessCheck check, Name name) {
        return check.gates().stream().filter(gate -> gate.name() == name).findFirst().orElseThrow();
    }

    static List<Name> shut(CompletenessCheck check) {
        return check.gates().stream().filter(gate -> !gate.holds()).map(Gate::name).toList();
    }
}
