package id.lumbung.retail.ledger;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import id.lumbung.backbone.mongo.MongoMapping;
import id.lumbung.embeddedmongodb.EmbeddedMongo;
import id.lumbung.retail.stock.Movement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.UuidRepresentation;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.convert.MongoCustomConversions;
import org.springframework.data.mongodb.core.convert.NoOpDbRefResolver;
import org.springframework.data.mongodb.core.mapping.MongoMappingContext;

/** A database on disk, as the services map their documents to it, and a shop's sales in it. */
public final class LedgerDatabase implements AutoCloseable {

    static final String SALES = "sales";

    private final EmbeddedMongo server;
    private final MongoClient client;
    private final AtomicLong documentsRead = new AtomicLong();
    public final MongoTemplate mongo;

    record SaleOfTest(UUID id, UUID outletId, Instant at, Instant recordedAt, StockPosting stock) {}

    public LedgerDatabase(Path folder) {
        server = EmbeddedMongo.onDisk(folder, 0);
        client =
                MongoClients.create(
                        MongoClientSettings.builder()
                                .applyConnectionString(new ConnectionString(server.uri()))
                                .uuidRepresentation(UuidRepresentation.STANDARD)
                                .addCommandListener(counter())
                                .build());
        mongo =
                new MongoTemplate(
                        new SimpleMongoClientDatabaseFactory(client, "retail"), converter());
    }

    private CommandListener counter() {
        return new CommandListener() {
            @Override
            public void commandSucceeded(CommandSucceededEvent event) {
                var cursor = event.getResponse().get("cursor");
                if (cursor != null) {
                    Stream.of("firstBatch", "nextBatch")
                            .map(cursor.asDocument()::get)
                            .filter(Objects::nonNull)
                            .forEach(batch -> documentsRead.addAndGet(batch.asArray().size()));
                }
            }
        };
    }

    /** How many documents the database has answered with so far. */
    public long documentsRead() {
        return documentsRead.get();
    }

    private static MappingMongoConverter converter() {
        try (var context = new AnnotationConfigApplicationContext(MongoMapping.class)) {
            var conversions = context.getBean(MongoCustomConversions.class);
            var mapping = new MongoMappingContext();
            mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
            mapping.afterPropertiesSet();
            var converter = new MappingMongoConverter(NoOpDbRefResolver.INSTANCE, mapping);
            converter.setCustomConversions(conversions);
            converter.setTypeMapper(new DefaultMongoTypeMapper(null));
            converter.afterPropertiesSet();
            return converter;
        }
    }

    /** Writes a sale of one line, as a shop's service would: fact and stock in one document. */
    void sell(UUID outletId, UUID productId, Movement movement) {
        var posting =
                StockPosting.of(
                        outletId,
                        movement.recordedAt(),
                        List.of(new StockPosting.Moved(productId, movement)));
        var sale =
                new SaleOfTest(
                        UUID.randomUUID(), outletId, movement.at(), movement.recordedAt(), posting);
        var document = new Document();
        mongo.getConverter().write(sale, document);
        var _ = mongo.getCollection(SALES).insertOne(document);
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
