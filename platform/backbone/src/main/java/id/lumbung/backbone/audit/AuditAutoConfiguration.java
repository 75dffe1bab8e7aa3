package id.lumbung.backbone.audit;

import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static id.lumbung.backbone.security.Role.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import id.lumbung.backbone.security.AccessTable;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** The audit of every service, and who may read it. */
@AutoConfiguration(
        afterName =
                "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration")
class AuditAutoConfiguration {

    @Bean
    AccessTable auditAccess() {
        return AccessTable.of(
                query(GET, "/audit", SUPERVISOR, OPERATOR),
                query(GET, "/audit/examination", SUPERVISOR, OPERATOR));
    }

    @Bean
    AuditLog auditLog(MongoOperations mongo, Clock clock) {
        return new AuditLog(mongo, clock);
    }

    @Bean
    AuditController auditController(AuditLog log) {
        return new AuditController(log);
    }
}
