package id.lumbung.membership.member;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the directory.
 *
 * @param asOf what to ask {@code since} next time, of the first page
 * @param next what to ask {@code after} for the next page; null where this is the last
 */
record DirectoryPage(Instant asOf, List<DirectoryEntry> members, @Nullable String next) {}
