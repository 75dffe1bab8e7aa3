package id.lumbung.shu.explanation;

import id.lumbung.backbone.event.Event;
import id.lumbung.shu.account.MembershipSpan;
import id.lumbung.shu.division.Eligibility;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The member whose part it is.
 *
 * @param memberships more than one of who came back after leaving
 * @param paidThrough the last month that mandatory savings were paid for
 */
public record ExplainedMember(
        UUID memberId,
        Event.@Nullable MemberKind kind,
        List<MembershipSpan> memberships,
        @Nullable YearMonth paidThrough,
        Eligibility eligibility) {}
