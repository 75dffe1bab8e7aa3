package id.lumbung.edge.problem;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Makes every error of the gateway and of a service leave as problem details. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
@Import({Problems.class, ProblemErrorController.class, TomcatProblems.class})
final class ProblemAutoConfiguration {

    /**
     * Who calls, and how much, is judged first: by Spring Security's filters at -100 in a service,
     * by the gateway's own.
     */
    private static final int AFTER_SECURITY = -99;

    @Bean
    FilterRegistrationBean<ContentTypeFilter> contentType() {
        var filter = new FilterRegistrationBean<>(new ContentTypeFilter());
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }
}
