package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.shu.ShuSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The gate that asks whether anything that stood on the topics lies aside. */
@Component
class DeadLetterGate {

    private final ConsumerLag consumerLag;
    private final DeadLetterStore deadLetters;
    private final TopicSettings reading;
    private final Duration catchUp;

    DeadLetterGate(
            ConsumerLag consumerLag,
            DeadLetterStore deadLetters,
            TopicSettings reading,
            ShuSettings settings) {
        this.consumerLag = consumerLag;
        this.deadLetters = deadLetters;
        this.reading = reading;
        this.catchUp = settings.catchUp();
    }

    /**
     * @param ofServices what services that consume hold aside of the cooperative's
     */
    Gate of(UUID cooperativeId, long ofServices) {
        var notStored = 0L;
        var others = ofServices == 0 ? "" : " At other services: %d.".formatted(ofServices);
        var broker = "";
        try {
            notStored =
                    consumerLag.await(
                            reading.deadLetterGroup(), reading.deadLetterTopics(), catchUp);
        } catch (ConsumerLag.BrokerAway e) {
            broker = " %s What is not stored yet is not known.".formatted(e.getMessage());
        }
        var open = deadLetters.open(cooperativeId);
        var figure = open.ofCooperative() + ofServices + notStored;
        return new Gate(
                Gate.Name.DEAD_LETTERS,
                figure == 0 && broker.isEmpty(),
                figure,
                "Open: %d of this cooperative, %d that do not say whose they are (control totals show whether one is ours), %d not stored yet; %d closed by decision.%s%s"
                        .formatted(
                                open.ofCooperative(),
                                open.unknown(),
                                notStored,
                                open.decided(),
                                others,
                                broker),
                List.of());
    }
}
