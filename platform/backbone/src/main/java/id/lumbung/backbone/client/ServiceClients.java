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
    private final ClientHttpRequestFactory requests;

    /**
     * @param connectTimeout to wait for a connection to a service
     * @param answerTimeout to wait for a service's answer
     */
    public ServiceClients(
            RestClient.Builder builder, Duration connectTimeout, Duration answerTimeout) {
        this.builder = builder;
        this.requests =
                ClientHttpRequestFactoryBuilder.jdk()
                        .build(
                                HttpClientSettings.defaults()
                                        .withTimeouts(connectTimeout, answerTimeout));
    }

    public ServiceClient to(URI service) {
        return new ServiceClient(
                builder.clone().requestFactory(requests).baseUrl(service.toString()).build());
    }
}
