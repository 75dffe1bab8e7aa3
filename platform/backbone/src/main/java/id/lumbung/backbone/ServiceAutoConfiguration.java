package id.lumbung.backbone;

import static id.lumbung.backbone.security.AccessTable.open;
import static org.springframework.http.HttpMethod.GET;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Keyset;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.http.converter.autoconfigure.ClientHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;

/** What a service has whatever it does: a clock, a description of its API, and keys on demand. */
@AutoConfiguration(
        beforeName =
                "org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration")
class ServiceAutoConfiguration {

    static {
        var _ = SpringDocUtils.getConfig().replaceWithClass(Rupiah.class, Long.class);
    }

    /** To the millisecond, as databases keep times: what is written is what is read. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    /** Answers of other services are ours, and may be longer than what callers may send. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    ClientHttpMessageConvertersCustomizer answersOfServices() {
        return converters ->
                converters.withJsonConverter(new JacksonJsonHttpMessageConverter(OwnJson.mapper()));
    }

    @Bean
    AccessTable apiDocumentAccess() {
        return AccessTable.of(open(GET, "/v3/api-docs"), open(GET, "/v3/api-docs.yaml"));
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Lumbung " + service).version("1"))
                .servers(List.of(new Server().url("/api/" + service)))
                .components(
                        new Components()
                                .addSecuritySchemes(
                                        "token",
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList("token"));
    }

    /** Made only where something needs keys. */
    @Bean
    @Lazy
    Keyset keyset(@Value("${lumbung.security.keyset-file:}") String file) {
        if (file.isBlank()) {
            throw new IllegalStateException(
                    "Personal data is kept under keys. Say in which file they are, or are to be made, by LUMBUNG_KEYSET_FILE; keep it as long as the database.");
        }
        return Keyset.loadOrCreate(Path.of(file));
    }
}
