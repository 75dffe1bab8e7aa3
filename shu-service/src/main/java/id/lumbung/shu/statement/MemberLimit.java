package id.lumbung.shu.statement;

import id.lumbung.edge.problem.Refusal;

/** For how many members of one cooperative statements are made in one go. */
final class MemberLimit {

    static final int MAX = 20_000;

    private MemberLimit() {}

    /**
     * @throws Refusal when there are more
     */
    static void check(Iterable<ReportedMember> members) {
        var count = 0;
        for (var _ : members) {
            if (++count > MAX) {
                throw exceeded();
            }
        }
    }

    static Refusal exceeded() {
        return StatementRule.TOO_MANY_MEMBERS.because(
                "Laporan dibuat untuk paling banyak %d anggota sekali jalan. Ambil tabel anggota sebagai CSV."
                        .formatted(MAX),
                "Statements are made for at most %d members in one go. Take the member table as CSV."
                        .formatted(MAX));
    }
}
