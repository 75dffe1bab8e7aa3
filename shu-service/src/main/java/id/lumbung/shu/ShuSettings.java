package id.lumbung.shu;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param services whose facts the journal holds
 * @param connectTimeout to wait for a connection to a service
 * @param answerTimeout to wait for a service's answer
 * @param catchUp how long a check of the books waits for the journal to consume what is on the
 *     topics
 */
@Validated
@ConfigurationProperties("lumbung.shu")
public record ShuSettings(
        @NotNull @Valid Services services,
        @DefaultValue("2s") @DurationMin(millis = 1) Duration connectTimeout,
        @DefaultValue("30s") @DurationMin(millis = 1) Duration answerTimeout,
        @DefaultValue("10s") @DurationMin(millis = 0) @DurationMax(minutes = 10) Duration catchUp) {

    /** Where each stands: {@code http://host:port}. */
    public record Services(@NotNull URI membership, @NotNull URI pharmacy, @NotNull URI clinic) {}
}
