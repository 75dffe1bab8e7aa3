package id.lumbung.backbone.mongo;

import com.mongodb.WriteConcern;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;

/** How our own types stand in MongoDB, and when a write counts as done. */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration"
        })
@Import(DatabaseProblems.class)
public class MongoMapping {

    @Bean
    MongoCustomConversions mongoCustomConversions() {
        return new MongoCustomConversions(
                Stream.of(RupiahConverters.all(), DateConverters.all())
                        .flatMap(List::stream)
                        .toList());
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
