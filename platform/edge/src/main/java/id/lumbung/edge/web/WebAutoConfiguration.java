package id.lumbung.edge.web;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Gives every request a trace, and refuses a content type that is none. */
@AutoConfiguration
final class WebAutoConfiguration {

    /**
     * Who calls, and how much, is judged first: by Spring Security's filters at -100 in a service,
     * by the gateway's own.
     */
    private static final int AFTER_SECURITY = -99;

    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var filter = new FilterRegistrationBean<>(new TraceFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContentTypeFilter> contentType() {
        var filter = new FilterRegistrationBean<>(new ContentTypeFilter());
        filter.setOrder(AFTER_SECURITY);
        return filter;
    }
}
