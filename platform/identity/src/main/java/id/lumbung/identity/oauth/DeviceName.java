package id.lumbung.identity.oauth;

import id.lumbung.edge.json.VisibleText;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What a person calls a phone: the field {@code device_name} of a request for a token. */
final class DeviceName {

    private static final String FIELD = "device_name";
    private static final int MAX_LENGTH = 60;

    private DeviceName() {}

    /**
     * Null where the request has none.
     *
     * @throws OAuth2AuthenticationException when it is too long or cannot be seen
     */
    static @Nullable String current() {
        var given =
                RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes it
                        ? it.getRequest().getParameter(FIELD)
                        : null;
        if (given == null || given.isBlank()) {
            return null;
        }
        var name = given.strip();
        if (name.length() > MAX_LENGTH
                || VisibleText.hides(name)
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new OAuth2AuthenticationException(
                    new OAuth2Error(
                            OAuth2ErrorCodes.INVALID_REQUEST,
                            "A device_name has 60 characters at the most, all of them visible",
                            null));
        }
        return name;
    }
}
