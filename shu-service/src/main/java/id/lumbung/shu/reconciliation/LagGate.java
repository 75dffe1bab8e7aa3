package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.kafka.TopicSettings;
import id.lumbung.shu.ShuSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** The gate that asks whether what stands on the topics is journalled. */
@Component
class LagGate {

    private final ConsumerLag consumerLag;
    private final TopicSettings reading;
    private final Duration catchUp;

    LagGate(ConsumerLag consumerLag, TopicSettings reading, ShuSettings settings) {
        this.consumerLag = consumerLag;
        this.reading = reading;
        this.catchUp = settings.catchUp();
    }

    Gate gate() {
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
}
