package id.lumbung.backbone.reconciliation;

import static id.lumbung.backbone.security.AccessTable.path;
import static id.lumbung.backbone.security.AccessTable.platform;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.OPERATOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.backbone.consumer.DeadLetterStore;
import id.lumbung.backbone.fact.FactStores;
import id.lumbung.backbone.fact.OutletOwners;
import id.lumbung.backbone.fact.Republishing;
import id.lumbung.backbone.outbox.OutboxBacklog;
import id.lumbung.backbone.security.AccessTable;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The control totals of every service, for operators and for shu-service, which compares them.
 * Officers see the comparison there: of what a clinic took, fact by fact, they need nothing.
 */
@AutoConfiguration
class ReconciliationAutoConfiguration {

    private static final String SCOPE = "reconciliation.read";

    @Bean
    AccessTable reconciliationAccess() {
        return AccessTable.of(
                query(GET, "/reconciliation/outlets", OPERATOR).orScope(SCOPE),
                platform(GET, "/reconciliation/outlets/{outletId}/days", OPERATOR).orScope(SCOPE),
                platform(GET, "/reconciliation/outlets/{outletId}/days/{day}/facts", OPERATOR)
                        .orScope(SCOPE),
                platform(POST, "/reconciliation/outlets/{outletId}/republish", OPERATOR),
                path(GET, "/reconciliation/cooperatives/{cooperativeId}", OPERATOR).orScope(SCOPE),
                path(
                                GET,
                                "/reconciliation/cooperatives/{cooperativeId}/outlets/{outletId}/facts",
                                OPERATOR)
                        .orScope(SCOPE));
    }

    @Bean
    @ConditionalOnMissingBean(ReconciliationSource.class)
    OwnFacts ownFacts(FactStores stores, OutletOwners owners, OutboxBacklog backlog) {
        return new OwnFacts(stores, owners, backlog);
    }

    @Bean
    OutletTotalsController outletTotalsController(ReconciliationSource source, Clock clock) {
        return new OutletTotalsController(source, clock);
    }

    @Bean
    @ConditionalOnBean(OwnFacts.class)
    CooperativeTotalsController cooperativeTotalsController(
            OwnFacts own,
            FactStores stores,
            ObjectProvider<DeadLetterStore> deadLetters,
            Clock clock,
            @Value("${spring.application.name}") String service) {
        return new CooperativeTotalsController(
                own, new StoredFacts(stores), deadLetters.getIfAvailable(), clock, service);
    }

    @Bean
    @ConditionalOnBean(OwnFacts.class)
    CooperativeFactsController cooperativeFactsController(OwnFacts own, FactStores stores) {
        return new CooperativeFactsController(own, new StoredFacts(stores));
    }

    @Bean
    RepublishController republishController(
            Republishing republishing, OutletOwners owners, AuditLog audit) {
        return new RepublishController(republishing, owners, audit);
    }
}
