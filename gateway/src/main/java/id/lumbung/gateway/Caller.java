package id.lumbung.gateway;

import java.util.Set;

/**
 * Who calls, as a verified token says.
 *
 * @param id the person's, or the client's where it acts for itself
 */
record Caller(String id, Set<String> roles) {

    private static final String OPERATOR = "OPERATOR";

    boolean isOperator() {
        return roles.contains(OPERATOR);
    }
}
