package id.lumbung.shu;

import id.lumbung.backbone.client.ServiceClients;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.web.client.RestClient;

@SpringBootApplication
public class ShuApplication {

    public static void main(String[] args) {
        // Sentences and numbers are the same on every machine, whatever its language.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(ShuApplication.class, args);
    }

    @Bean
    ServiceClients serviceClients(RestClient.Builder builder, ShuSettings settings) {
        return new ServiceClients(builder, settings.connectTimeout(), settings.answerTimeout());
    }
}
