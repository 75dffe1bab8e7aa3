package id.lumbung.launcher.login;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.stack.UserError;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** On a stack of its own the launcher makes what others log in with, and keeps it. */
final class OwnLogins implements Logins {

    static final String OPERATOR = "operator";
    static final String SECOND_OPERATOR = "operator-2";

    private final LoginServer server;
    private final Keyring keyring;
    private final NewKeys newKeys;
    private final NewOutletKeys newOutletKeys;

    /**
     * @param operator the gateway as the first operator, who makes logins for the others
     * @param second the gateway as another operator, who consents to them
     */
    OwnLogins(
            LoginServer server,
            Keyring keyring,
            Supplier<Gateway> operator,
            Supplier<Gateway> second) {
        this.server = server;
        this.keyring = keyring;
        this.newKeys = new NewKeys(server, operator, second);
        this.newOutletKeys = new NewOutletKeys(operator);
    }

    @Override
    public Login of(String owner) {
        var space = owner.indexOf(' ');
        if (space < 0) {
            return person(
                    keyring.find(owner)
                            .orElseThrow(() ->
                                    new UserError(
                                            "The launcher is not known to this stack's database. Start anew with ./lumbung up --fresh, or say who asks by LUMBUNG_CLIENT_ID and LUMBUNG_CLIENT_SECRET.")));
        }
        var id = UUID.fromString(owner.substring(space + 1));
        return owner.startsWith("outlet ")
                ? outlet(key(owner, () -> newOutletKeys.ofOutlet(id)))
                : person(owner, "BOARD", Map.of("cooperativeId", id));
    }

    @Override
    public Login person(String owner, String role, Map<String, Object> place) {
        return person(key(owner, () -> newKeys.ofPerson(owner, role, place)));
    }

    private OwnKey key(String owner, Supplier<OwnKey> fresh) {
        return keyring.find(owner)
                .orElseGet(() -> {
                    var made = fresh.get();
                    keyring.put(owner, made);
                    return made;
                });
    }

    private Login outlet(OwnKey key) {
        return new Login(_ -> server.ofClient(key.name(), key.secret()));
    }

    private Login person(OwnKey key) {
        return new Login(before -> server.ofPerson(key.name(), key.secret(), before));
    }
}
