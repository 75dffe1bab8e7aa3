package id.lumbung.backbone.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param maxBody of a request
 * @param maxTotalBody of all requests with large bodies that are worked on at a time
 * @param bodyTimeout for how long such a request waits before it is sent away as busy
 * @param openMetrics whether metrics need no token: only where nobody from outside reaches the
 *     service's port
 */
@ConfigurationProperties("lumbung.web")
record WebSettings(
        @DefaultValue("1MB") DataSize maxBody,
        @DefaultValue("4MB") DataSize maxTotalBody,
        @DefaultValue("10s") Duration bodyTimeout,
        @DefaultValue("false") boolean openMetrics) {}
