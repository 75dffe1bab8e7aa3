package id.lumbung.identity.login;

import id.lumbung.identity.IdentitySettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * From which address a person logs in: as the gateway says, which drops what callers send under
 * this name; from anybody else it is the connection's own.
 */
class ClientAddresses {

    static final String HEADER = "Lumbung-Client-Address";

    private static final int MAX_LENGTH = 64;

    private final List<IpAddressMatcher> gateways;

    ClientAddresses(IdentitySettings settings) {
        this.gateways = settings.gateways().stream().map(IpAddressMatcher::new).toList();
    }

    String of(HttpServletRequest request) {
        var own = request.getRemoteAddr();
        var named = request.getHeader(HEADER);
        return named != null
                        && named.length() <= MAX_LENGTH
                        && gateways.stream().anyMatch(it -> it.matches(own))
                ? named
                : own;
    }
}
