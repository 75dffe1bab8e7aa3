package id.lumbung.shu.payout;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.UUID;

/**
 * What a cooperative still has to pay a member of its surplus, or may have to.
 *
 * @param unpaid parts of divided years that are not paid, the earliest year first
 * @param undecided years that are not divided and may give the member something, the earliest first
 */
record MemberDues(UUID memberId, List<Unpaid> unpaid, List<Integer> undecided) {

    record Unpaid(int bookYear, Rupiah amount) {}
}
