package id.lumbung.membership.member;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member as an outlet's phone knows them.
 *
 * @param name short, to compare with who stands there: "Siti H."; null for who has left
 * @param left the day from which they are none; null while they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DirectoryEntry(
        UUID id,
        @Schema(type = "string", example = "0417-1") @Nullable MemberNumber number,
        @Schema(example = "Siti H.") @Nullable String name,
        @Nullable LocalDate left) {

    static DirectoryEntry of(MemberHistory history, @Nullable PersonalRecord person) {
        var left = history.latest().leftOn();
        var name = person == null || left != null ? null : person.name();
        return new DirectoryEntry(
                history.memberId(),
                person == null ? null : person.memberNumber(),
                name == null ? null : shortened(name),
                left);
    }

    /** The first word, and of the last its first letter. */
    static String shortened(String name) {
        var words = name.strip().split(" +", -1);
        return words.length == 1
                ? words[0]
                : words[0] + " " + Character.toString(words[words.length - 1].codePointAt(0)) + ".";
    }

    /** Says nothing of the name. */
    @Override
    public String toString() {
        return "DirectoryEntry " + id;
    }
}
