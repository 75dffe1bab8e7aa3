package id.lumbung.launcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.launcher.client.Gateway;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has the operator's office make logins of people, again where an earlier one was lost. */
final class NewKeys {

    private final LoginServer server;
    private final Supplier<Gateway> operator;
    private final Supplier<Gateway> second;

    NewKeys(LoginServer server, Supplier<Gateway> operator, Supplier<Gateway> second) {
        this.server = server;
        this.operator = operator;
        this.second = second;
    }

    OwnKey ofPerson(String owner, String role, Map<String, Object> place) {
        var username = owner.toLowerCase(Locale.ROOT).replace(' ', '-');
        var body = new HashMap<>(place);
        var _ = body.put("username", username);
        var _ = body.put("roles", List.of(role));
        var path = "/api/membership/logins/" + UUID.nameUUIDFromBytes(owner.getBytes(UTF_8));
        var placed = operator.get().put(path, body, PlacedLogin.class);
        if (placed.awaits()) {
            var consent = Map.of("version", placed.version());
            var _ = second.get().put(path + "/consent", consent, PlacedLogin.class);
        }
        var oneTime = placed.oneTimePassword();
        if (oneTime == null) {
            // Made by us before, and the password lost.
            oneTime = drawnAnew(path + "/password-reset");
        }
        var chosen = new OwnKey(username, Chance.text());
        var _ = server.logIn(username, String.valueOf(oneTime), chosen.secret());
        return chosen;
    }

    /** By the second operator, too, where one alone may not. */
    private @Nullable String drawnAnew(String reset) {
        var asked = operator.get().put(reset, Map.of(), PlacedLogin.class);
        return asked.resetAskedBy() == null
                ? asked.oneTimePassword()
                : second.get().put(reset, Map.of(), PlacedLogin.class).oneTimePassword();
    }
}
