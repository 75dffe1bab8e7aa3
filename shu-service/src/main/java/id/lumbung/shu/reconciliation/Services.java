package id.lumbung.shu.reconciliation;

import id.lumbung.backbone.client.NoAnswer;
import id.lumbung.backbone.client.ServiceClient;
import id.lumbung.backbone.client.ServiceClients;
import id.lumbung.backbone.reconciliation.CooperativeFacts;
import id.lumbung.backbone.reconciliation.CooperativeTotals;
import id.lumbung.shu.ShuSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the services what their own databases hold. None waits for another. */
@Component
final class Services {

    private static final Logger log = LoggerFactory.getLogger(Services.class);

    private final Map<Service, ServiceClient> clients = new EnumMap<>(Service.class);

    Services(ServiceClients clients, ShuSettings settings) {
        for (var service : Service.values()) {
            this.clients.put(service, clients.to(service.address(settings.services())));
        }
    }

    /**
     * @param totals null where it did not answer
     * @param trouble why it did not, as a sentence; empty where it did
     */
    record Answer(@Nullable CooperativeTotals totals, String trouble) {}

    /** Asks all at once; one answer for each. */
    Map<Service, Answer> totals(UUID cooperativeId, ZoneId zone, Instant until) {
        var asked = new EnumMap<Service, Future<Answer>>(Service.class);
        var answers = new EnumMap<Service, Answer>(Service.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var service : Service.values()) {
                asked.put(
                        service, threads.submit(() -> totals(service, cooperativeId, zone, until)));
            }
            for (var answer : asked.entrySet()) {
                answers.put(answer.getKey(), answer.getValue().get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the services were asked", e);
        }
        return answers;
    }

    private Answer totals(Service service, UUID cooperativeId, ZoneId zone, Instant until) {
        try {
            return new Answer(
                    get(
                            service,
                            CooperativeTotals.class,
                            "/reconciliation/cooperatives/{id}?until={until}&zone={zone}",
                            cooperativeId,
                            until,
                            zone.getId()),
                    "");
        } catch (NoAnswer e) {
            return new Answer(null, sentence(service, e));
        }
    }

    /** The facts of an outlet in a stretch of days, both ends inclusive. */
    CooperativeFacts facts(
            Service service,
            UUID cooperativeId,
            UUID outletId,
            LocalDate from,
            LocalDate to,
            ZoneId zone,
            Instant until)
            throws NoAnswer {
        return get(
                service,
                CooperativeFacts.class,
                "/reconciliation/cooperatives/{id}/outlets/{outlet}/facts?from={from}&to={to}&until={until}&zone={zone}",
                cooperativeId,
                outletId,
                from,
                to,
                until,
                zone.getId());
    }

    private <T> T get(Service service, Class<T> type, String path, Object... variables)
            throws NoAnswer {
        try {
            return client(service).get(type, path, variables);
        } catch (NoAnswer e) {
            log.warn(
                    "{} {} to {} ({})",
                    service.label(),
                    e.how(),
                    path,
                    e.getCause() == null ? "" : e.getCause().getClass().getSimpleName());
            throw e;
        }
    }

    /** As people read it. */
    static String sentence(Service service, NoAnswer e) {
        return e.status() == 0
                ? "%s does not answer.".formatted(service.label())
                : "%s answered with status %d.".formatted(service.label(), e.status());
    }

    private ServiceClient client(Service service) {
        var client = clients.get(service);
        if (client == null) {
            throw new IllegalStateException("Nobody asks " + service);
        }
        return client;
    }
}
