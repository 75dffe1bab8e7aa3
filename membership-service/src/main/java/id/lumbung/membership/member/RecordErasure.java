package id.lumbung.membership.member;

import java.time.Instant;
import java.util.List;

/** When which fields were erased. */
record RecordErasure(Instant at, List<String> fields) {}
