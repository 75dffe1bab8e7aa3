package id.lumbung.backbone.problem;

import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
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
@Import({
    Problems.class,
    ProblemInstanceAdvice.class,
    ProblemErrorController.class,
    TomcatProblems.class
})
public class ProblemConfiguration {

    private static final int AFTER_SECURITY = SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1;

    /**
     * @param largestBody of a request
     * @param bodiesInHand of all requests with large bodies that are worked on at a time
     * @param bodyPatience for how long such a request waits before it is sent away as busy
     */
    @ConfigurationProperties("lumbung.web")
    record Settings(
            @DefaultValue("1MB") DataSize largestBody,
            @DefaultValue("4MB") DataSize bodiesInHand,
            @DefaultValue("10s") Duration bodyPatience) {}

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit(Settings settings, JsonMapper json) {
        var filter =
                new FilterRegistrationBean<>(
                        new BodyLimit(
                                settings.largestBody().toBytes(),
                                settings.bodiesInHand().toBytes(),
                                settings.bodyPatience(),
                                json));
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var filter = new FilterRegistrationBean<>(new TraceFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
