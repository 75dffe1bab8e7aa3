package id.lumbung.edge.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JacksonModule;

/** Makes what Spring reads as JSON obey the limits, whoever reads it. */
@AutoConfiguration(
        beforeName = "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration")
final class JsonAutoConfiguration {

    @Bean
    JsonFactoryBuilderCustomizer jsonLimits() {
        return factory -> {
            var _ = JsonLimits.on(factory);
        };
    }

    @Bean
    JacksonModule visibleText() {
        return JsonLimits.visibleText();
    }
}
