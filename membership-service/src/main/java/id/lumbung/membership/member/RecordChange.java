package id.lumbung.membership.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed which fields, and when. */
record RecordChange(Instant at, String subject, @Nullable String client, List<String> fields) {}
