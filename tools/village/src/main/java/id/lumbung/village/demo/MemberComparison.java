package id.lumbung.village.demo;

import id.lumbung.launcher.login.Callers;
import java.util.Map;
import java.util.UUID;

/** What a cooperative's busiest members did in a year beside what the journal has of it. */
record MemberComparison(Callers callers, VillageYear life) {

    private static final int MEMBERS_SHOWN = 5;

    record MemberYear(MemberSums totals) {}

    record MemberSums(long business, long beforeJoining, long outsideMembership) {

        /** Whatever a division counts of it. */
        long all() {
            return business + beforeJoining + outsideMembership;
        }
    }

    record Member(String name) {}

    void print(DemoTable table) {
        table.heading("busiest members", "");
        life.businessOfMembers().entrySet().stream()
                .sorted(Map.Entry.<UUID, Long>comparingByValue().reversed())
                .limit(MEMBERS_SHOWN)
                .forEach(it -> line(it.getKey(), it.getValue(), table));
    }

    private void line(UUID id, long business, DemoTable table) {
        var cooperative = life.village().cooperativeId();
        var member = callers.board(cooperative).get("/api/membership/members/" + id, Member.class);
        var path =
                "/api/shu/cooperatives/%s/members/%s/years/%s"
                        .formatted(cooperative, id, life.year());
        var journal = callers.operator().get(path, MemberYear.class);
        table.line(member.name(), 0, business, journal.totals().all());
    }
}
