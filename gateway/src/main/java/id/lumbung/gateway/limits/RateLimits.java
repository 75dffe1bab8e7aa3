package id.lumbung.gateway.limits;

import id.lumbung.gateway.GatewaySettings;
import id.lumbung.gateway.address.ClientAddress;
import io.github.bucket4j.TimeMeter;
import org.springframework.stereotype.Component;

/**
 * How often one caller may call, and from one address those who have not said who they are. Each
 * gateway counts for itself.
 */
@Component
public final class RateLimits {

    private final RateLimit<String> callers;
    private final RateLimit<ClientAddress> openAccess;
    private final RateLimit<ClientAddress> addresses;
    private final RateLimit<ClientAddress> logins;
    private final RateLimit<ClientAddress> tokens;
    private final RateLimit<ClientAddress> unknownTokens;

    RateLimits(GatewaySettings settings, TimeMeter time) {
        var limits = settings.limits();
        this.callers = new RateLimit<>(limits.caller(), time);
        this.openAccess = new RateLimit<>(limits.caller(), time);
        this.addresses = new RateLimit<>(limits.address(), time);
        this.logins = new RateLimit<>(limits.login(), time);
        this.tokens = new RateLimit<>(limits.token(), time);
        this.unknownTokens = new RateLimit<>(limits.unknownToken(), time);
    }

    public RateLimit<String> callers() {
        return callers;
    }

    /** Of callers whom no token names, where none is asked for. */
    public RateLimit<ClientAddress> openAccess() {
        return openAccess;
    }

    public RateLimit<ClientAddress> addresses() {
        return addresses;
    }

    public RateLimit<ClientAddress> logins() {
        return logins;
    }

    public RateLimit<ClientAddress> tokens() {
        return tokens;
    }

    /** Tokens not seen before, which have to be looked at. */
    public RateLimit<ClientAddress> unknownTokens() {
        return unknownTokens;
    }
}
