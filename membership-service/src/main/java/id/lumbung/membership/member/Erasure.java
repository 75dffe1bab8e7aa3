package id.lumbung.membership.member;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What was erased, and what is kept though the person is gone. */
record Erasure(UUID memberId, Instant erasedAt, List<String> erased, List<RetentionNote> kept) {}
