package id.lumbung.gateway;

import jakarta.validation.constraints.NotEmpty;
import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param services where each service stands, by the name under {@code /api}
 */
@Validated
@ConfigurationProperties("lumbung")
record Services(@NotEmpty Map<String, URI> services) {}
