package id.lumbung.launcher.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.client.GatewayRefusal;
import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The gateway, as each of those sees it for whom the launcher acts: an operator, a cooperative's
 * board, an outlet, someone with a role. On a stack of its own the launcher is the first operator,
 * and gives the others what they log in with; elsewhere it is whoever the environment says, for
 * all.
 */
public final class Callers implements AutoCloseable {

    private static final String OPERATOR = "operator";
    private static final int HTTP_CONFLICT = 409;

    private final Gateway open;
    private final Function<String, Login> logins;
    private final Map<String, Login> known = new ConcurrentHashMap<>();
    private final @Nullable Keyring keyring;
    private final @Nullable LoginServer server;

    record Placed(@Nullable String oneTimePassword) {}

    record Credentials(String clientId, String clientSecret) {}

    private Callers(
            Gateway open,
            @Nullable Function<String, Login> logins,
            @Nullable Keyring keyring,
            @Nullable LoginServer server) {
        this.open = open;
        this.logins = logins == null ? this::ownLogin : logins;
        this.keyring = keyring;
        this.server = server;
    }

    /** Of a stack on this machine, by what its data folder holds. */
    public static Callers ofStack(String gateway, Path data) {
        var server = new LoginServer(gateway);
        var keyring = new Keyring(data);
        takeOver(server, keyring, data.resolve("first-password"));
        return new Callers(new Gateway(gateway), null, keyring, server);
    }

    /**
     * By the environment: {@code LUMBUNG_TOKEN}, or {@code LUMBUNG_CLIENT_ID} and {@code
     * LUMBUNG_CLIENT_SECRET}.
     */
    public static Callers ofEnvironment(String gateway, Map<String, String> environment) {
        var token = environment.get("LUMBUNG_TOKEN");
        var client = environment.get("LUMBUNG_CLIENT_ID");
        var secret = environment.get("LUMBUNG_CLIENT_SECRET");
        if (token != null) {
            var login = Login.with(token);
            return new Callers(new Gateway(gateway), _ -> login, null, null);
        }
        if (client != null && secret != null) {
            var server = new LoginServer(gateway);
            var login = new Login(_ -> server.ofClient(client, secret));
            return new Callers(new Gateway(gateway), _ -> login, null, null);
        }
        throw new UserError(
                "Say who asks at %s: set LUMBUNG_TOKEN, or LUMBUNG_CLIENT_ID and LUMBUNG_CLIENT_SECRET, in the environment."
                        .formatted(gateway));
    }

    /** The first password of a database is used at once, and another drawn. */
    private static void takeOver(LoginServer server, Keyring keyring, Path firstPassword) {
        if (!Files.exists(firstPassword)) {
            return;
        }
        try {
            var oneTime = Files.readString(firstPassword).strip();
            var before = keyring.find(OPERATOR);
            if (before.isPresent() && isTaken(server, before.get())) {
                // Chosen by a launcher that ended before it could delete the file.
                Files.delete(firstPassword);
                return;
            }
            keyring.forget();
            var chosen = LoginServer.chance();
            keyring.put(OPERATOR, new Keyring.Key(OPERATOR, chosen));
            var _ = server.logIn(OPERATOR, oneTime, chosen);
            Files.delete(firstPassword);
        } catch (IOException e) {
            throw new UserError("The first password cannot be used: %s".formatted(e.getMessage()));
        }
    }

    private static boolean isTaken(LoginServer server, Keyring.Key key) {
        try {
            var _ = server.logIn(key.name(), key.secret(), "");
            return true;
        } catch (UserError _) {
            return false;
        }
    }

    public Gateway operator() {
        return as(OPERATOR);
    }

    public Login operatorLogin() {
        return login(OPERATOR);
    }

    /** A cooperative that is registered. */
    public Gateway board(UUID cooperative) {
        return as("BOARD " + cooperative);
    }

    public Login boardLogin(UUID cooperative) {
        return login("BOARD " + cooperative);
    }

    /** An outlet that is open. */
    public Gateway outlet(UUID outlet) {
        return as("outlet " + outlet);
    }

    public Login outletLogin(UUID outlet) {
        return login("outlet " + outlet);
    }

    /**
     * Someone of a cooperative, made for the purpose.
     *
     * @param role as tokens say it
     * @param place what a login of that role is given with, as the office takes it
     */
    public Login person(String role, UUID cooperative, Map<String, Object> place) {
        var whose = role + " " + cooperative;
        var login = known.get(whose);
        if (login == null) {
            login = keyring == null ? login(whose) : ownPerson(whose, role, place);
            var _ = known.put(whose, login);
        }
        return login;
    }

    private Login ownLogin(String whose) {
        var space = whose.indexOf(' ');
        if (space < 0) {
            return person(
                    keyring()
                            .find(OPERATOR)
                            .orElseThrow(() ->
                                    new UserError(
                                            "The launcher is not known to this stack's database. Start anew with ./lumbung up --fresh, or say who asks by LUMBUNG_CLIENT_ID and LUMBUNG_CLIENT_SECRET.")));
        }
        var id = UUID.fromString(whose.substring(space + 1));
        return whose.startsWith("outlet ")
                ? ownOutlet(whose, id)
                : ownPerson(whose, "BOARD", Map.of("cooperativeId", id));
    }

    private Login person(Keyring.Key key) {
        return new Login(before -> server().ofPerson(key.name(), key.secret(), before));
    }

    private Login ownOutlet(String whose, UUID id) {
        var key =
                keyring()
                        .find(whose)
                        .orElseGet(() -> {
                            var path = "/api/membership/outlets/%s/credentials".formatted(id);
                            Credentials given;
                            try {
                                given = operator().post(path, Credentials.class);
                            } catch (GatewayRefusal e) {
                                if (e.status() != HTTP_CONFLICT) {
                                    throw e;
                                }
                                // Given to us before, and lost.
                                given = operator().post(path + "/rotation", Credentials.class);
                            }
                            var fresh = new Keyring.Key(given.clientId(), given.clientSecret());
                            keyring().put(whose, fresh);
                            return fresh;
                        });
        return new Login(_ -> server().ofClient(key.name(), key.secret()));
    }

    private Login ownPerson(String whose, String role, Map<String, Object> place) {
        return person(
                keyring()
                        .find(whose)
                        .orElseGet(() -> {
                            var id = UUID.nameUUIDFromBytes(whose.getBytes(UTF_8));
                            var username = whose.toLowerCase(Locale.ROOT).replace(' ', '-');
                            var body = new HashMap<>(place);
                            var _ = body.put("username", username);
                            var _ = body.put("roles", List.of(role));
                            var path = "/api/membership/logins/" + id;
                            var oneTime =
                                    operator().put(path, body, Placed.class).oneTimePassword();
                            if (oneTime == null) {
                                // Made by us before, and the password lost.
                                oneTime =
                                        operator()
                                                .put(
                                                        path + "/password-reset",
                                                        Map.of(),
                                                        Placed.class)
                                                .oneTimePassword();
                            }
                            var chosen = new Keyring.Key(username, LoginServer.chance());
                            var _ =
                                    server().logIn(
                                                    username,
                                                    String.valueOf(oneTime),
                                                    chosen.secret());
                            keyring().put(whose, chosen);
                            return chosen;
                        }));
    }

    private Keyring keyring() {
        return Objects.requireNonNull(keyring);
    }

    private LoginServer server() {
        return Objects.requireNonNull(server);
    }

    private Gateway as(String whose) {
        return open.as(login(whose));
    }

    private Login login(String whose) {
        var login = known.get(whose);
        if (login == null) {
            synchronized (this) {
                login = known.get(whose);
                if (login == null) {
                    login = logins.apply(whose);
                    var _ = known.put(whose, login);
                }
            }
        }
        return login;
    }

    @Override
    public void close() {
        open.close();
    }
}
