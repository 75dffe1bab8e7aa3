/** Who belongs to a cooperative, from joining to leaving. */
@NullMarked
package id.lumbung.membership.member;

import org.jspecify.annotations.NullMarked;
