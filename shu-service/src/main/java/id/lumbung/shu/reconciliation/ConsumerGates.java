package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.shu.ShuSettings;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The gates that ask whether what stands on the topics is journalled, or lies aside. */
@Component
class ConsumerGates {

    private final ConsumerLag consumerLag;
    private final DeadLetterStore deadLetters;
    private final TopicSettings reading;
    private final Duration catchUp;

    ConsumerGates(
            ConsumerLag consumerLag,
            DeadLetterStore deadLetters,
            TopicSettings reading,
            ShuSettings settings) {
        this.consumerLag = consumerLag;
        this.deadLetters = deadLetters;
        this.reading = reading;
        this.catchUp = settings.catchUp();
    }

    Gate lag() {
        try {
            var behind = consumerLag.await(reading.group(), reading.reads(), catchUp);
            return Gate.of(
                    Gate.Name.CONSUMER_LAG,
                    behind,
                    behind == 0
                            ? "The journal has consumed all that was published."
                            : "After %d s the journal lacks %d records that stand on the topics. Ask again."
                                    .formatted(catchUp.toSeconds(), behind));
        } catch (ConsumerLag.BrokerAway e) {
            return new Gate(
                    Gate.Name.CONSUMER_LAG, false, 0, String.valueOf(e.getMessage()), List.of());
        }
    }

    /**
     * @param ofServices what services that consume hold aside of the cooperative's
     */
    Gate deadLetters(UUID cooperativeId, long ofServices) {
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
