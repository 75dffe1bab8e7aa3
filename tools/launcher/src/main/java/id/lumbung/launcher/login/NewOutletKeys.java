package id.lumbung.launcher.login;

import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.client.GatewayRefusal;
import java.util.UUID;
import java.util.function.Supplier;

/** Has the operator's office give outlets their credentials, again where earlier ones were lost. */
final class NewOutletKeys {

    private static final int HTTP_CONFLICT = 409;

    private final Supplier<Gateway> operator;

    NewOutletKeys(Supplier<Gateway> operator) {
        this.operator = operator;
    }

    OwnKey ofOutlet(UUID id) {
        var path = "/api/membership/outlets/%s/credentials".formatted(id);
        OutletCredentials given;
        try {
            given = operator.get().post(path, OutletCredentials.class);
        } catch (GatewayRefusal e) {
            if (e.status() != HTTP_CONFLICT) {
                throw e;
            }
            // Given to us before, and lost.
            given = operator.get().post(path + "/rotation", OutletCredentials.class);
        }
        return new OwnKey(given.clientId(), given.clientSecret());
    }
}
