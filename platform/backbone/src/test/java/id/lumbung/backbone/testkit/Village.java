package id.lumbung.backbone.testkit;

import id.lumbung.backbone.security.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A cooperative with one outlet and one member, and what it has in the service under test.
 *
 * @param ids of what it has, by the operation that touches it, such as {@code GET /sales/{id}}
 * @param bodies that an operation takes, where one made from its schema will not do
 * @param atOutlet operations of them that are its outlet's business only
 */
public record Village(
        UUID cooperative,
        UUID outlet,
        UUID member,
        Map<String, String> ids,
        Map<String, String> bodies,
        Set<String> atOutlet) {

    public static Village unsettled() {
        return new Village(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Map.of(),
                Map.of(),
                Set.of());
    }

    /** Has something that these operations touch by its id. */
    public Village having(UUID id, String... operations) {
        var more = new HashMap<>(ids);
        for (var operation : operations) {
            more.put(operation, id.toString());
        }
        return new Village(cooperative, outlet, member, Map.copyOf(more), bodies, atOutlet);
    }

    /** Has something at its outlet that these operations touch by its id. */
    public Village havingAtOutlet(UUID id, String... operations) {
        var more = new HashSet<>(atOutlet);
        more.addAll(Set.of(operations));
        var had = having(id, operations);
        return new Village(cooperative, outlet, member, had.ids, bodies, Set.copyOf(more));
    }

    /** Sends this body with an operation. */
    public Village sending(String operation, String body) {
        var more = new HashMap<>(bodies);
        more.put(operation, body);
        return new Village(cooperative, outlet, member, ids, Map.copyOf(more), atOutlet);
    }

    /** One of its people or devices. */
    public Tokens as(Role role) {
        var token = Tokens.as(role);
        return switch (role) {
            case OPERATOR, SERVICE -> token;
            case ADVISOR -> token.assigned(cooperative);
            case MEMBER -> token.in(cooperative).member(member);
            case OUTLET, CASHIER, PHARMACIST, CLINICIAN -> token.in(cooperative).at(outlet);
            case BOARD, SUPERVISOR, MANAGER -> token.in(cooperative);
        };
    }

    Set<String> allIds() {
        var all = new HashSet<String>();
        all.add(cooperative.toString());
        all.add(outlet.toString());
        all.add(member.toString());
        all.addAll((Collection<String>) ids.values());
        return all;
    }
}
