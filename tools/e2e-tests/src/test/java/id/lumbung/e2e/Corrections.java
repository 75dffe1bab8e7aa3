package id.lumbung.e2e;

import id.lumbung.launcher.client.ControlBook;
import id.lumbung.launcher.client.ControlDay;
import id.lumbung.launcher.client.ControlTotals;
import id.lumbung.launcher.client.Gateway;
import id.lumbung.launcher.client.GatewayRefusal;
import id.lumbung.launcher.client.InFlight;
import id.lumbung.launcher.login.Callers;
import id.lumbung.village.life.Member;
import id.lumbung.village.life.Village;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;

/**
 * What a village's board records by mistake and puts right: deposits taken back, withdrawals taken
 * back, members who never left, memberships that are written down once more. Together they change
 * no sum, so a sum that does not close has lost one half of such a pair. Sent twice they are there
 * once.
 */
record Corrections(Callers callers, Village village) {

    private static final int AT_ONCE = 4;
    private static final int MEMBERS = 40;
    private static final Map<String, String> MISTAKE = Map.of("reason", "recorded by mistake");

    void send() {
        var board = callers.board(village.cooperativeId());
        try (var requests = new InFlight(AT_ONCE)) {
            for (var i = 0; i < MEMBERS; i++) {
                var member = village.members().get(i);
                var kind = i % 4;
                requests.add(() -> {
                    switch (kind) {
                        case 0 -> takeBackDeposit(board, member);
                        case 1 -> takeBackWithdrawal(board, member);
                        case 2 -> annulLeaving(board, member);
                        default -> writeDownAgain(board, member);
                    }
                });
            }
            requests.await();
        }
    }

    /** How many facts the membership office holds of this village. */
    long recorded() {
        return new ControlTotals(callers.operator())
                .days(ControlBook.MEMBERSHIP, village.cooperativeId(), null, null).days().stream()
                        .mapToLong(ControlDay::count)
                        .sum();
    }

    private void takeBackDeposit(Gateway board, Member member) {
        var deposit = "/api/membership/deposits/" + id(member, "second deposit");
        board.put(deposit, slip(member, "MANDATORY", 20_000, 60));
        board.put(deposit + "/reversal", MISTAKE);
    }

    private void takeBackWithdrawal(Gateway board, Member member) {
        var deposit = "/api/membership/deposits/" + id(member, "voluntary");
        var withdrawal = "/api/membership/withdrawals/" + id(member, "withdrawal");
        board.put(deposit, slip(member, "VOLUNTARY", 50_000, 70));
        board.put(withdrawal, slip(member, "VOLUNTARY", 30_000, 80));
        board.put(withdrawal + "/reversal", MISTAKE);
        board.put(deposit + "/reversal", MISTAKE);
    }

    private void annulLeaving(Gateway board, Member member) {
        var leaving =
                "/api/membership/members/%s/leavings/%s"
                        .formatted(member.id(), id(member, "leaving"));
        try {
            board.put(leaving, Map.of("on", member.joinedOn().plusDays(300), "reason", "REQUEST"));
        } catch (GatewayRefusal e) {
            // What was annulled stays so; that is what the second sending is told.
            if (!String.valueOf(e.getMessage()).contains("This leaving was annulled")) {
                throw e;
            }
        }
        board.put(leaving + "/annulment", MISTAKE);
    }

    private void writeDownAgain(Gateway board, Member member) {
        board.put(
                "/api/membership/members/%1$s/memberships/%1$s/corrections/%2$s"
                        .formatted(member.id(), id(member, "correction")),
                Map.of(
                        "kind", "ORDINARY",
                        "joinedOn", member.joinedOn(),
                        "reason", "the register was copied"));
    }

    private Map<String, Object> slip(Member member, String kind, long amount, int day) {
        return Map.of(
                "cooperativeId", village.cooperativeId(),
                "memberId", member.id(),
                "kind", kind,
                "amount", amount,
                "at", noon(member, day));
    }

    /** So many days after the member joined. */
    private static Instant noon(Member member, int day) {
        return member.joinedOn()
                .plusDays(day)
                .atTime(LocalTime.NOON)
                .atZone(Village.ZONE)
                .toInstant();
    }

    private static UUID id(Member member, String what) {
        return UUID.nameUUIDFromBytes((member.id() + what).getBytes(StandardCharsets.UTF_8));
    }
}
