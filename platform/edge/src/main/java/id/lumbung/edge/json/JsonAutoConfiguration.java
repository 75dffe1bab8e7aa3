package id.lumbung.edge.json;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
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
    JacksonModule boundedTimes() {
        return BoundedTimes.module();
    }

    /** The same of times in paths and queries. */
    @Bean
    WebMvcConfigurer boundedParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addFormatters(FormatterRegistry registry) {
                BoundedTimes.addTo(registry);
            }
        };
    }

    @Bean
    JacksonModule visibleText() {
        return JsonLimits.visibleText();
    }
}
