package id.lumbung.membership.member;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * When a member belonged to their cooperative, and as what: one person, one span or several.
 *
 * @param spans the oldest first; at least one
 */
public record MemberHistory(UUID memberId, UUID cooperativeId, List<Span> spans) {

    /** The membership that lasts, or the last that ended. */
    public Span latest() {
        return spans.getLast();
    }

    public boolean isMemberOn(LocalDate day) {
        return spans.stream().anyMatch(span -> span.includes(day));
    }

    /**
     * Whether what was paid in as own capital may be refunded on a day: no membership lasts beyond
     * it.
     */
    public boolean hasLeftBy(LocalDate day) {
        return spans.stream()
                .allMatch(span ->
                        span.joinedOn().isAfter(day)
                                || (span.leftOn() != null && !span.leftOn().isAfter(day)));
    }
}
