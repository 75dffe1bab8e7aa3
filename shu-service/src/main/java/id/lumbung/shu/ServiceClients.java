package id.lumbung.shu;

import java.net.URI;
import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Makes the clients with which this service asks others of Lumbung: with its own login, and with
 * the time limits of the settings.
 */
@Component
public final class ServiceClients {

    private final RestClient.Builder builder;
    private final ClientHttpRequestFactory requests;

    public ServiceClients(RestClient.Builder builder, ShuSettings settings) {
        this.builder = builder;
        this.requests =
                ClientHttpRequestFactoryBuilder.jdk()
                        .build(
                                HttpClientSettings.defaults()
                                        .withTimeouts(
                                                settings.connectTimeout(),
                                                settings.answerTimeout()));
    }

    public RestClient to(URI service) {
        return builder.clone().requestFactory(requests).baseUrl(service.toString()).build();
    }
}
