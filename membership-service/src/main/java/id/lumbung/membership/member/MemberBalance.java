package id.lumbung.membership.member;

import id.lumbung.backbone.money.Rupiah;
import java.util.List;
import java.util.UUID;

/** What another feature of this service keeps about a member, and owes them. */
public interface MemberBalance {

    /** Every line, as it is shown. */
    List<?> lines(UUID memberId);

    /** What would have to be paid out to settle with the member. */
    Rupiah owed(UUID memberId);
}
