package id.lumbung.launcher.login;

import id.lumbung.launcher.client.Gateway;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The gateway, as each of those sees it for whom the launcher acts: an operator, a cooperative's
 * board, an outlet, someone with a role. On a stack of its own the launcher is the first two
 * operators, and gives the others what they log in with; elsewhere it is whoever the environment
 * says, for all.
 */
public final class Callers implements AutoCloseable {

    private final Gateway open;
    private final Logins logins;
    private final Map<String, Login> known = new ConcurrentHashMap<>();

    private Callers(String gateway, Function<Callers, Logins> logins) {
        this.open = new Gateway(gateway);
        this.logins = logins.apply(this);
    }

    /** Of a stack on this machine, by what its data folder holds. */
    public static Callers ofStack(String gateway, Path data) {
        var server = new LoginServer(gateway);
        var keyring = new Keyring(data);
        FirstPassword.takeOverAll(data, server, keyring);
        return new Callers(
                gateway,
                callers ->
                        new OwnLogins(server, keyring, callers::operator, callers::secondOperator));
    }

    /**
     * By the environment: {@code LUMBUNG_TOKEN}, or {@code LUMBUNG_CLIENT_ID} and {@code
     * LUMBUNG_CLIENT_SECRET}.
     */
    public static Callers ofEnvironment(String gateway, Map<String, String> environment) {
        var login = EnvironmentLogin.of(gateway, environment);
        return new Callers(gateway, _ -> Logins.always(login));
    }

    public Gateway operator() {
        return open.as(operatorLogin());
    }

    /** Another operator, for what needs two. */
    Gateway secondOperator() {
        return open.as(login(OwnLogins.SECOND_OPERATOR));
    }

    public Login operatorLogin() {
        return login(OwnLogins.OPERATOR);
    }

    /** A cooperative that is registered. */
    public Gateway board(UUID cooperative) {
        return open.as(boardLogin(cooperative));
    }

    /** Of a cooperative that is registered: who countersigns what the board records. */
    public Gateway supervisor(UUID cooperative) {
        return open.as(person("SUPERVISOR", cooperative, Map.of("cooperativeId", cooperative)));
    }

    /** Of a cooperative that is registered: who keeps its catalogue. */
    public Gateway manager(UUID cooperative) {
        return open.as(person("MANAGER", cooperative, Map.of("cooperativeId", cooperative)));
    }

    public Login boardLogin(UUID cooperative) {
        return login("BOARD " + cooperative);
    }

    /** An outlet that is open. */
    public Gateway outlet(UUID outlet) {
        return open.as(outletLogin(outlet));
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
        var owner = role + " " + cooperative;
        var login = known.get(owner);
        if (login == null) {
            login = logins.person(owner, role, place);
            var _ = known.put(owner, login);
        }
        return login;
    }

    private Login login(String owner) {
        var login = known.get(owner);
        if (login == null) {
            synchronized (this) {
                login = known.get(owner);
                if (login == null) {
                    login = logins.of(owner);
                    var _ = known.put(owner, login);
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
