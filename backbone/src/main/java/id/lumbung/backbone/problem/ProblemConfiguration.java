package id.lumbung.backbone.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Makes every error of a service, the gateway included, leave as problem details. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@EnableConfigurationProperties(ProblemConfiguration.Settings.class)
@Import({Problems.class, UnhandledErrors.class, ContainerErrors.class})
public class ProblemConfiguration {

    /**
     * @param largestBody of a request
     */
    @ConfigurationProperties("lumbung.web")
    record Settings(@DefaultValue("1MB") DataSize largestBody) {}

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Settings settings, JsonMapper json) {
        var filter =
                new FilterRegistrationBean<>(new BodyLimit(settings.largestBody().toBytes(), json));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
