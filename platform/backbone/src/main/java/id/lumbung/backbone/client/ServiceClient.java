package id.lumbung.backbone.client;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/** One other service, to be asked over HTTP. */
public final class ServiceClient {

    private final RestClient service;

    ServiceClient(RestClient service) {
        this.service = service;
    }

    /**
     * @param path with a place in braces for each variable
     * @throws NoAnswer when it did not answer, or said no
     */
    public <T> T get(Class<T> type, String path, Object... variables) throws NoAnswer {
        var answer = asked(() -> service.get().uri(path, variables).retrieve().body(type));
        if (answer == null) {
            throw NoAnswer.empty();
        }
        return answer;
    }

    /**
     * As {@link #get}; empty where there is no such thing.
     *
     * @throws NoAnswer when it did not answer, or said no otherwise than by 404
     */
    public <T> Optional<T> find(Class<T> type, String path, Object... variables) throws NoAnswer {
        try {
            return Optional.of(get(type, path, variables));
        } catch (NoAnswer e) {
            if (e.status() == HttpStatus.NOT_FOUND.value()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /**
     * @throws NoAnswer when it did not answer, or said no
     */
    public void put(Object body, String path, Object... variables) throws NoAnswer {
        var _ =
                asked(() ->
                        service.put()
                                .uri(path, variables)
                                .body(body)
                                .retrieve()
                                .toBodilessEntity());
    }

    private static <T> @Nullable T asked(Supplier<@Nullable T> question) throws NoAnswer {
        try {
            return question.get();
        } catch (RestClientResponseException e) {
            throw NoAnswer.refused(e);
        } catch (RestClientException e) {
            throw NoAnswer.away(e);
        }
    }
}
