package id.lumbung.shu.statement;

import id.lumbung.backbone.event.Event;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.shu.closing.surplus.DividedYears;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the table of all members, in rupiah.
 *
 * @param number in the list, from 1
 * @param name none where the membership office does not know it, or is not asked
 * @param capital as counted by the policy
 * @param patronage the part by business (JUA)
 * @param capitalPart the part by capital (JMA)
 */
public record ReportedMember(
        int number,
        UUID memberId,
        @Nullable String name,
        Event.MemberKind kind,
        Rupiah business,
        Rupiah capital,
        Rupiah patronage,
        Rupiah capitalPart,
        Rupiah total,
        boolean paid) {

    static ReportedMember of(
            int number, DividedYears.Proposed.Part part, @Nullable String name, boolean isPaid) {
        var entitlement = part.entitlement();
        var kind = part.account().membership().kind();
        return new ReportedMember(
                number,
                entitlement.memberId(),
                name,
                kind == null ? Event.MemberKind.EXTRAORDINARY : kind,
                Rupiah.of(entitlement.business()),
                Rupiah.of(entitlement.capital()),
                entitlement.patronagePart(),
                entitlement.capitalPart(),
                entitlement.total(),
                isPaid);
    }
}
