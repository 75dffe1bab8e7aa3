package id.lumbung.bench;

import id.lumbung.launcher.client.Gateway;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Usernames at which somebody guesses: half of them exist, half do not. */
record GuessedNames(List<String> known) {

    private static final int KNOWN = 20;

    /** Gives logins to people, whose usernames are then guessed at. */
    static GuessedNames of(Gateway operator, UUID cooperative) {
        var known = new ArrayList<String>();
        for (var i = 0; i < KNOWN; i++) {
            var id = UUID.randomUUID();
            var username = "cashier-" + id.toString().substring(0, 13);
            operator.put(
                    "/api/membership/logins/" + id,
                    Map.of(
                            "username",
                            username,
                            "roles",
                            List.of("CASHIER"),
                            "cooperativeId",
                            cooperative));
            known.add(username);
        }
        return new GuessedNames(List.copyOf(known));
    }

    String get(long guess) {
        return guess % 2 == 0
                ? known.get(Math.toIntExact(guess / 2 % known.size()))
                : "guess-" + guess;
    }
}
