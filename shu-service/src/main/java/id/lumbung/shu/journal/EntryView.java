package id.lumbung.shu.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.lumbung.backbone.money.Rupiah;
import id.lumbung.backbone.security.Caller;
import id.lumbung.backbone.security.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it is shown. That somebody was treated, and what they bought, is for nobody but the
 * outlet and the member: all others see of business the member, the day and the rupiah, and nothing
 * that tells a visit from a sale. What the office recorded is shown to all who may read it.
 *
 * @param id of the event; null for who sees business without its kind, since it tells the hour
 * @param kind what was done, or {@link #BUSINESS}
 * @param on the day that it counts on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntryView(
        @Nullable UUID id,
        String kind,
        @Nullable UUID memberId,
        @Nullable UUID outletId,
        @Nullable UUID factId,
        @Nullable UUID refersTo,
        Rupiah amount,
        LocalDate on,
        @Nullable Instant at,
        @Nullable String detail) {

    public static final String BUSINESS = "BUSINESS";

    /** As the one who asks may see it. */
    public static EntryView of(Entry entry, LocalDate on) {
        return entry.kind().isBusiness() && !isTheMembersOwn(entry.memberId())
                ? new EntryView(
                        null,
                        BUSINESS,
                        entry.memberId(),
                        null,
                        null,
                        null,
                        entry.amount(),
                        on,
                        null,
                        null)
                : new EntryView(
                        entry.id(),
                        entry.kind().name(),
                        entry.memberId(),
                        entry.outletId(),
                        entry.factId(),
                        entry.refersTo(),
                        entry.amount(),
                        on,
                        entry.at(),
                        entry.detail());
    }

    /** Whether a member asks about themselves. */
    public static boolean isTheMembersOwn(@Nullable UUID memberId) {
        var caller = Caller.current();
        return memberId != null && caller.is(Role.MEMBER) && memberId.equals(caller.memberId());
    }
}
