package id.lumbung.backbone.fact;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * What a person says of a fact whose time is doubtful.
 *
 * @param at when it happened; the time it has, where that is right
 */
public record DecidedTime(@NotNull Instant at) {}
