package id.lumbung.gateway;

import jakarta.validation.Valid;

/**
 * How often may be called.
 *
 * @param caller each person or client with a good token
 * @param address what comes without one, and pages, from one address (of IPv6, one /64)
 * @param login tried passwords from one address
 * @param token tokens asked for from one address
 * @param unknownToken tokens not seen before that come from one address, each of which costs some
 *     50 µs to look at
 */
public record LimitSettings(
        @Valid Limit caller,
        @Valid Limit address,
        @Valid Limit login,
        @Valid Limit token,
        @Valid Limit unknownToken) {}
