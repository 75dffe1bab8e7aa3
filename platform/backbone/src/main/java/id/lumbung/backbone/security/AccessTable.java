package id.lumbung.backbone.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Who may do what in a service, and where the cooperative is found that it is done in. What has no
 * row is refused to all.
 *
 * <p>A row is found by the very mapping that Spring MVC chose for the request, so there is no
 * second reading of the path that could differ from the first.
 */
public final class AccessTable {

    private final Map<String, Map<HttpMethod, Row>> rows = new HashMap<>();

    /** Where a request says in which cooperative it is done. */
    public enum Where {
        /** In a variable of the path; beside it {@code outletId} and {@code memberId} count too. */
        PATH,
        /** In the query, once; beside it {@code outletId} and {@code memberId} count too. */
        QUERY,
        /** In the body, which is a {@link Owned}. */
        BODY,
        /**
         * Nowhere: it is known after looking. The code asks {@link RequestGrant}; if it answers
         * without having asked, the answer is withheld.
         */
        IN_CODE,
        /** It is done in no cooperative. */
        PLATFORM,
        /** Open to all, without a token. */
        OPEN
    }

    /**
     * @param name of the path variable or query parameter that holds the cooperative
     * @param roles that may, each as far as it reaches
     * @param scope with which another service may; null where none may
     * @param common whether members of the cooperative see what is nobody's in particular
     */
    public record Row(
            HttpMethod method,
            String pattern,
            Where where,
            String name,
            Set<Role> roles,
            @Nullable String scope,
            boolean common) {

        public Row {
            roles = Set.copyOf(roles);
        }

        /** Other services may too, with this scope. */
        public Row orScope(String scope) {
            return new Row(method, pattern, where, name, roles, scope, common);
        }

        /** A member sees it although it is not about them in particular. */
        public Row commonToMembers() {
            return new Row(method, pattern, where, name, roles, scope, true);
        }

        /** The roles by which the caller is let in; empty where it is not. */
        Set<Role> letsIn(Caller caller) {
            return caller.roles().stream()
                    .filter(role ->
                            role == Role.SERVICE
                                    ? scope != null && caller.scopes().contains(scope)
                                    : roles.contains(role))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private AccessTable(Collection<Row> rows) {
        for (var row : rows) {
            var before =
                    this.rows
                            .computeIfAbsent(row.pattern(), _ -> new HashMap<>())
                            .putIfAbsent(row.method(), row);
            if (before != null) {
                throw new IllegalArgumentException(
                        "Two rows for " + row.method() + " " + row.pattern());
            }
        }
    }

    public static AccessTable of(Row... rows) {
        return new AccessTable(List.of(rows));
    }

    /** One table of several. */
    static AccessTable of(Stream<AccessTable> tables) {
        return new AccessTable(tables.flatMap(table -> table.rows().stream()).toList());
    }

    /** The cooperative is a variable of the path, {@code cooperativeId}. */
    public static Row path(HttpMethod method, String pattern, Role... roles) {
        return path(method, pattern, "cooperativeId", roles);
    }

    /** The cooperative is a variable of the path. */
    public static Row path(HttpMethod method, String pattern, String name, Role... roles) {
        return row(method, pattern, Where.PATH, name, roles);
    }

    /** The cooperative is the parameter {@code cooperativeId}. */
    public static Row query(HttpMethod method, String pattern, Role... roles) {
        return row(method, pattern, Where.QUERY, "cooperativeId", roles);
    }

    public static Row body(HttpMethod method, String pattern, Role... roles) {
        return row(method, pattern, Where.BODY, "", roles);
    }

    public static Row inCode(HttpMethod method, String pattern, Role... roles) {
        return row(method, pattern, Where.IN_CODE, "", roles);
    }

    public static Row platform(HttpMethod method, String pattern, Role... roles) {
        return row(method, pattern, Where.PLATFORM, "", roles);
    }

    public static Row open(HttpMethod method, String pattern) {
        return row(method, pattern, Where.OPEN, "");
    }

    private static Row row(
            HttpMethod method, String pattern, Where where, String name, Role... roles) {
        return new Row(method, pattern, where, name, Set.of(roles), null, false);
    }

    public List<Row> rows() {
        var all = new ArrayList<Row>();
        rows.values().forEach(ofPattern -> all.addAll(ofPattern.values()));
        return all;
    }

    /**
     * @return null where there is none
     */
    public @Nullable Row find(HttpMethod method, String pattern) {
        var ofPattern = rows.get(pattern);
        if (ofPattern == null) {
            return null;
        }
        return ofPattern.get(HttpMethod.HEAD.equals(method) ? HttpMethod.GET : method);
    }
}
