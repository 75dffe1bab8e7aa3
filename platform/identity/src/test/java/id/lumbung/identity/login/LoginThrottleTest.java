package id.lumbung.identity.login;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.audit.AuditLog;
import id.lumbung.identity.HostTest;
import id.lumbung.identity.Office;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong passwords lock out who guesses, and nobody else. */
@HostTest
class LoginThrottleTest {

    @Autowired private Office office;
    @Autowired private AuditLog audit;

    private UUID cooperative;

    @BeforeEach
    void aCooperative() {
        cooperative = office.cooperative();
    }

    @Test
    void whoGuessesLocksOutHimselfAndAnOfficerSeesAndUnlocksIt() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var attacker = office.browser();
        for (var i = 0; i < LoginThrottle.TRIES; i++) {
            assertThat(attacker.login(cashier.username(), "wrong password " + i).statusCode())
                    .isEqualTo(401);
        }
        var kept = attacker.login(cashier.username(), cashier.password());
        assertThat(kept.statusCode()).as("even the right one").isEqualTo(429);
        assertThat(kept.headers().firstValueAsLong("Retry-After").orElse(0))
                .isBetween(1L, LoginThrottle.QUARTER.toSeconds());
        assertThat(kept.body()).contains("Terlalu sering", "Failed too often");

        assertThat(office.tokens(cashier).access()).as("the owner, from elsewhere").isNotEmpty();
        assertThat(attacker.login("nobody-" + cashier.username(), "wrong").statusCode())
                .as("another username, from there")
                .isEqualTo(401);
        var seen = office.call("GET", "/logins?cooperativeId=" + cooperative).body();
        var shown = List.copyOf(Office.JSON.readTree(seen).valueStream().toList());
        assertThat(shown)
                .filteredOn(it -> it.path("id").asString().equals(cashier.id().toString()))
                .singleElement()
                .satisfies(it -> assertThat(it.path("lockedUntil").asString("")).isNotEmpty());

        assertThat(audit.about(cooperative, cashier.id().toString(), 100))
                .filteredOn(line -> line.action().equals("LOGIN_LOCKED"))
                .hasSize(1);
        var unlocked = office.put("/logins/" + cashier.id() + "/unlock", "");
        assertThat(unlocked.has("lockedUntil")).isFalse();
        assertThat(attacker.login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(302);
    }

    @Test
    void aBrowserKnownFromBeforeIsHeardThoughTheUsernameIsUnderAttackFromEverywhere() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var own = office.browser();
        var _ = own.tokens(cashier.username(), cashier.password());
        IntStream.range(0, 110)
                .parallel()
                .forEach(_ -> {
                    var _ = office.browser().login(cashier.username(), "wrong password");
                });
        assertThat(office.browser().login(cashier.username(), cashier.password()).statusCode())
                .isEqualTo(429);
        assertThat(own.post("/logout", Map.of()).statusCode()).isEqualTo(302);
        assertThat(own.login(cashier.username(), cashier.password()).statusCode()).isEqualTo(302);
    }

    @Test
    void aThousandWrongLoginsKeepNobodyOut() {
        var victim = office.settled("[\"CASHIER\"]", cooperative);
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var attacker = office.browser();
        var page = attacker.open();
        var counts = new ConcurrentHashMap<Integer, Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var flood =
                    IntStream.range(0, 1_000)
                            .mapToObj(i ->
                                    CompletableFuture.runAsync(
                                            () -> {
                                                var username =
                                                        i % 2 == 0
                                                                ? victim.username()
                                                                : "guess-" + i;
                                                var answer =
                                                        attacker.submit(
                                                                page,
                                                                "/login",
                                                                Map.of(
                                                                        "username",
                                                                        username,
                                                                        "password",
                                                                        "wrong password"));
                                                counts.merge(answer.statusCode(), 1, Integer::sum);
                                            },
                                            threads))
                            .toList();
            var slowest = 0L;
            for (var i = 0; i < 3; i++) {
                var began = System.nanoTime();
                assertThat(office.tokens(cashier).access()).isNotEmpty();
                slowest = Math.max(slowest, System.nanoTime() - began);
            }
            flood.forEach(CompletableFuture::join);
            assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(counts.keySet()).containsOnly(401, 429);
        assertThat(counts.get(429)).isGreaterThan(400);
    }

    @Test
    void passwordsTriedWhereTheyAreChangedAreCountedAsLogins() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var attacker = office.browser();
        for (var i = 0; i < LoginThrottle.TRIES; i++) {
            assertThat(
                            attacker.changePassword(
                                            cashier.username(),
                                            "wrong password " + i,
                                            Office.CHOSEN)
                                    .statusCode())
                    .isEqualTo(401);
        }
        var kept = attacker.changePassword(cashier.username(), cashier.password(), Office.CHOSEN);
        assertThat(kept.statusCode()).isEqualTo(429);
        assertThat(kept.headers().firstValue("Retry-After")).isPresent();
        assertThat(attacker.login(cashier.username(), cashier.password()).statusCode())
                .as("and the login with it")
                .isEqualTo(429);
    }

    @Test
    void whoeverHasUsedUpAnAddressLearnsNothingOfNames() {
        var cashier = office.settled("[\"CASHIER\"]", cooperative);
        var attacker = office.browser();
        var page = attacker.open();
        IntStream.range(0, 90)
                .parallel()
                .forEach(i -> {
                    var _ =
                            attacker.submit(
                                    page,
                                    "/login",
                                    Map.of("username", "name-" + i, "password", "wrong password"));
                });
        var real = attacker.login(cashier.username(), "wrong password");
        var madeUp = attacker.login("nobody-" + cashier.username(), "wrong password");
        assertThat(real.statusCode()).isEqualTo(429);
        assertThat(madeUp.statusCode()).isEqualTo(429);
    }
}
