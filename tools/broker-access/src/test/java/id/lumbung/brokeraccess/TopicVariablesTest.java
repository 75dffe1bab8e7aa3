package id.lumbung.brokeraccess;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.kafka.TopicSettings;
import org.junit.jupiter.api.Test;

/** The variables that the page of operations names for topics on a cluster. */
class TopicVariablesTest {

    @Test
    void aClusterGetsTheReplicasAndPartitionsItAsksFor() {
        try (var context =
                TopicVariables.context(
                        "--LUMBUNG_TOPIC_REPLICAS=3", "--LUMBUNG_TOPIC_PARTITIONS=48")) {
            var settings = context.getBean(TopicSettings.class);

            assertThat(settings.replicas()).isEqualTo((short) 3);
            assertThat(settings.partitions()).isEqualTo(48);
        }
    }
}
