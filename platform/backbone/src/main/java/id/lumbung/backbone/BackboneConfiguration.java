package id.lumbung.backbone;

import static id.lumbung.backbone.security.AccessTable.open;
import static id.lumbung.backbone.security.AccessTable.path;
import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.BOARD;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.audit.AuditController;
import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.consumer.BatchConsumer;
import id.lumbung.backbone.consumer.DeadLetterController;
import id.lumbung.backbone.consumer.DeadLetterPublisher;
import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.mongo.MongoHealth;
import id.lumbung.backbone.outbox.Outbox;
import id.lumbung.backbone.outbox.OutboxMetrics;
import id.lumbung.backbone.outbox.OutboxRelay;
import id.lumbung.backbone.outbox.OutboxSettings;
import id.lumbung.backbone.reconciliation.ControlController;
import id.lumbung.backbone.reconciliation.CooperativeControlController;
import id.lumbung.backbone.reconciliation.OwnFacts;
import id.lumbung.backbone.reconciliation.ReconciliationSource;
import id.lumbung.backbone.reconciliation.RepublishController;
import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Keyset;
import id.lumbung.backbone.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** What every service gets by having the backbone on its class path. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
        },
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@EnableConfigurationProperties({BackboneSettings.class, OutboxSettings.class})
public class BackboneConfiguration {

    private static final Role[] CONTROLLERS = {BOARD, MANAGER, SUPERVISOR, OPERATOR};

    static {
        var _ = SpringDocUtils.getConfig().replaceWithClass(Rupiah.class, Long.class);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Lumbung " + service).version("1"))
                .servers(List.of(new Server().url("/api/" + service)))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** Who may do what every service offers. */
    @Bean
    AccessTable backboneAccess() {
        return AccessTable.of(
                open(GET, "/v3/api-docs"),
                open(GET, "/v3/api-docs.yaml"),
                query(GET, "/audit", SUPERVISOR, OPERATOR),
                query(GET, "/audit/examination", SUPERVISOR, OPERATOR),
                query(GET, "/reconciliation/outlets", CONTROLLERS).orScope("reconciliation.read"),
                platform(GET, "/reconciliation/outlets/{outletId}/days", OPERATOR)
                        .orScope("reconciliation.read"),
                platform(GET, "/reconciliation/outlets/{outletId}/days/{day}/facts", OPERATOR)
                        .orScope("reconciliation.read"),
                platform(POST, "/reconciliation/outlets/{outletId}/republish", OPERATOR),
                path(GET, "/reconciliation/cooperatives/{cooperativeId}", CONTROLLERS)
                        .orScope("reconciliation.read"),
                path(
                                GET,
                                "/reconciliation/cooperatives/{cooperativeId}/outlets/{outletId}/facts",
                                CONTROLLERS)
                        .orScope("reconciliation.read"),
                platform(GET, "/outbox/blocked", OPERATOR).orScope("reconciliation.read"),
                platform(POST, "/outbox/blocked/{collection}/{documentId}/retry", OPERATOR),
                platform(GET, "/dead-letters", OPERATOR).orScope("reconciliation.read"),
                platform(GET, "/dead-letters/{id}", OPERATOR),
                platform(GET, "/dead-letters/{id}/value", OPERATOR),
                platform(POST, "/dead-letters/{id}/replay", OPERATOR));
    }

    @Bean
    Outbox noticeBoard(MongoOperations mongo, MappingMongoConverter converter, Clock clock) {
        converter.setTypeMapper(new DefaultMongoTypeMapper(null));
        return new Outbox(mongo, clock);
    }

    @Bean
    OutboxRelay relay(
            KafkaTemplate<String, byte[]> kafka,
            Outbox board,
            OutboxSettings settings,
            MeterRegistry meters,
            @Value("${spring.application.name}") String service) {
        return new OutboxRelay(kafka, board, settings, service, meters);
    }

    @Bean
    OutboxMetrics noticeMeters(OutboxRelay relay, Outbox board, MeterRegistry meters, Clock clock) {
        return new OutboxMetrics(relay, board, meters, clock);
    }

    @Bean
    FactStores factBooks(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        return new FactStores(mongo, relay, clock);
    }

    @Bean
    @ConditionalOnMissingBean(ReconciliationSource.class)
    OwnFacts ownBooks(FactStores books, Outbox board) {
        return new OwnFacts(books, board);
    }

    @Bean
    ControlController controlController(ReconciliationSource book) {
        return new ControlController(book);
    }

    @Bean
    @ConditionalOnBean(OwnFacts.class)
    CooperativeControlController cooperativeControlController(
            OwnFacts books, Clock clock, @Value("${spring.application.name}") String service) {
        return new CooperativeControlController(books, clock, service);
    }

    @Bean
    RepublishController tellAgainController(
            FactStores books, Outbox board, OutboxRelay relay, AuditLog audit) {
        return new RepublishController(books, board, relay, audit);
    }

    @Bean
    AuditLog auditLog(MongoOperations mongo, Clock clock) {
        return new AuditLog(mongo, clock);
    }

    @Bean
    AuditController auditController(AuditLog log) {
        return new AuditController(log);
    }

    /** Made only where something needs keys. */
    @Bean
    @Lazy
    Keyset keyset(@Value("${lumbung.security.keyset-file:}") String file) {
        if (file.isBlank()) {
            throw new IllegalStateException(
                    "Personal data is kept under keys. Say in which file they are, or are to be made, by LUMBUNG_KEYSET_FILE; keep it as long as the database.");
        }
        return Keyset.loadOrCreate(Path.of(file));
    }

    @Bean
    Topics topics(KafkaAdmin admin, BackboneSettings settings) {
        return new Topics(admin, settings);
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoOperations mongo) {
        return new MongoHealth(mongo);
    }

    @Bean
    KafkaHealth kafkaHealthIndicator(KafkaAdmin admin) {
        return new KafkaHealth(admin);
    }

    /** What only services that read events need. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(BatchConsumer.EventHandler.class)
    static class Reading {

        @Bean
        DeadLetterPublisher deadLetters(KafkaTemplate<String, byte[]> kafka) {
            return new DeadLetterPublisher(kafka);
        }

        @Bean
        BatchConsumer intake(DeadLetterPublisher deadLetters, BackboneSettings settings) {
            return new BatchConsumer(
                    deadLetters, Math.toIntExact(settings.largestEvent().toBytes()));
        }

        @Bean
        DeadLetterStore deadLetterFile(
                MongoOperations mongo,
                BatchConsumer intake,
                BatchConsumer.EventHandler taker,
                AuditLog audit,
                Clock clock,
                MeterRegistry meters) {
            return new DeadLetterStore(mongo, intake, taker, audit, clock, meters);
        }

        @Bean
        DeadLetterController deadLetterController(DeadLetterStore file) {
            return new DeadLetterController(file);
        }

        /**
         * Only the infrastructure throws out of a listener: the batch waits and comes again, for
         * ever.
         */
        @Bean
        CommonErrorHandler retryForEver() {
            var backOff = new ExponentialBackOff(500, 2);
            backOff.setMaxInterval(10_000);
            var handler = new DefaultErrorHandler(backOff);
            handler.setClassifications(Map.of(), true);
            return handler;
        }
    }
}
