package id.lumbung.gateway;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How often something may be done.
 *
 * @param perSecond what is allowed for long
 * @param burst what is allowed at once after a pause; a request that costs more costs this
 */
public record Limit(@Min(1) @Max(10_000_000) int perSecond, @Min(1) @Max(10_000_000) int burst) {}
