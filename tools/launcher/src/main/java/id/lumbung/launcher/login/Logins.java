package id.lumbung.launcher.login;

import java.util.Map;

/** Where the launcher's logins come from. */
interface Logins {

    /**
     * @param owner "operator", "BOARD" with a cooperative, or "outlet" with its id
     */
    Login of(String owner);

    /**
     * For someone of a cooperative, made for the purpose.
     *
     * @param owner the role and the cooperative
     * @param role as tokens say it
     * @param place what a login of that role is given with, as the office takes it
     */
    Login person(String owner, String role, Map<String, Object> place);

    /** The same for all. */
    static Logins always(Login login) {
        return new Logins() {
            @Override
            public Login of(String owner) {
                return login;
            }

            @Override
            public Login person(String owner, String role, Map<String, Object> place) {
                return login;
            }
        };
    }
}
