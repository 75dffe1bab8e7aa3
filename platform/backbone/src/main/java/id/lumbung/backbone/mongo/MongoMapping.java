package id.lumbung.backbone.mongo;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.WriteConcern;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** How our own types stand in MongoDB, and when a write counts as done. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@Import(DatabaseProblems.class)
public class MongoMapping {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration SELECTION_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(2);

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(
                Stream.of(RupiahConverters.all(), DateConverters.all())
                        .flatMap(List::stream)
                        .toList());
    }

    /**
     * How long the database is waited for: 2 s for a connection, 10 s for a server that can do it,
     * 2 min for an answer, so that one that hangs does not hold requests for ever. An address that
     * names times of its own, as {@code ?socketTimeoutMS=…}, keeps them.
     */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    MongoClientSettingsBuilderCustomizer timeouts() {
        return settings ->
                settings.applyToSocketSettings(socket ->
                                socket.connectTimeout(millis(CONNECT_TIMEOUT), MILLISECONDS)
                                        .readTimeout(millis(ANSWER_TIMEOUT), MILLISECONDS))
                        .applyToClusterSettings(cluster ->
                                cluster.serverSelectionTimeout(
                                        millis(SELECTION_TIMEOUT), MILLISECONDS));
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /**
     * Whatever a service answers for is on disk on a majority of the nodes, whoever wrote it and
     * whatever the address says.
     */
    @Bean
    MongoClientSettingsBuilderCustomizer safeWrites() {
        return settings -> settings.writeConcern(WriteConcern.MAJORITY.withJournal(true));
    }
}
