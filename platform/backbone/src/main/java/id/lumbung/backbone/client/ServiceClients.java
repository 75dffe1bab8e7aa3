package id.lumbung.backbone.client;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Makes the clients of a service: with its own login, and with the time limits it is given. */
public final class ServiceClients {

    private final RestClient.Builder builder;
    private final HttpClientSettings timeouts;
    private final ClientHttpRequestFactory requests;

    /**
     * @param connectTimeout to wait for a connection to a service
     * @param answerTimeout to wait for a service's answer
     */
    public ServiceClients(
            RestClient.Builder builder, Duration connectTimeout, Duration answerTimeout) {
        this.builder = builder;
        this.timeouts = HttpClientSettings.defaults().withTimeouts(connectTimeout, answerTimeout);
        this.requests = ClientHttpRequestFactoryBuilder.jdk().build(timeouts);
    }

    public ServiceClient to(URI service) {
        return to(service, requests);
    }

    /**
     * @param answerTimeout to wait for each answer, where the other is too long
     */
    public ServiceClient to(URI service, Duration answerTimeout) {
        return to(
                service,
                ClientHttpRequestFactoryBuilder.jdk()
                        .build(timeouts.withReadTimeout(answerTimeout)));
    }

    private ServiceClient to(URI service, ClientHttpRequestFactory requests) {
        return new ServiceClient(
                builder.clone().requestFactory(requests).baseUrl(service.toString()).build());
    }
}
