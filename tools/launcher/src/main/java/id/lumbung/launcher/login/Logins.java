package id.lumbung.launcher.login;

import java.util.Map;

/** Where the launcher's logins come from. */
interface Logins {

    /**
     * @param whose "operator", "BOARD" with a cooperative, or "outlet" with its id
     */
    Login of(String whose);

    /**
     * For someone of a cooperative, made for the purpose.
     *
     * @param whose the role and the cooperative
     * @param role as tokens say it
     * @param place what a login of that role is given with, as the office takes it
     */
    Login person(String whose, String role, Map<String, Object> place);

    /** The same for all. */
    static Logins always(Login login) {
        return new Logins() {
            @Override
            public Login of(String whose) {
                return login;
            }

            @Override
            public Login person(String whose, String role, Map<String, Object> place) {
                return login;
            }
        };
    }
}
