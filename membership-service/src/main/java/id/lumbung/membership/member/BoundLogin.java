package id.lumbung.membership.member;

import java.time.Instant;
import java.util.List;

/**
 * The login by which a member reads what is theirs.
 *
 * @param since when it was bound to the member
 * @param by the offices of whoever bound it, such as {@code BOARD}
 */
public record BoundLogin(Instant since, List<String> by) {}
