package id.lumbung.membership.member;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param services who is asked before a member is erased
 * @param connectTimeout to wait for a connection to a service
 * @param answerTimeout to wait for a service's answer
 */
@Validated
@ConfigurationProperties("lumbung.membership")
record MembershipSettings(
        @NotNull @Valid Services services,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration answerTimeout) {

    /** Where each stands: {@code http://host:port}. */
    record Services(@NotNull URI shu) {}
}
