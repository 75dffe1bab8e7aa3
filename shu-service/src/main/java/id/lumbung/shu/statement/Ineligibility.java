package id.lumbung.shu.statement;

import id.lumbung.shu.division.Eligibility;
import org.jspecify.annotations.Nullable;

/** Why a member has no part of a surplus. */
public enum Ineligibility {
    EXTRAORDINARY_MEMBER,
    LEFT_AND_FORFEITED,
    NOT_A_MEMBER_IN_THE_YEAR,
    INACTIVE,
    NO_SURPLUS;

    /**
     * @param noSurplus whether the year was divided, and there was nothing to divide
     */
    static @Nullable Ineligibility of(Eligibility eligibility, boolean noSurplus) {
        return switch (eligibility) {
            case SHARES -> noSurplus ? NO_SURPLUS : null;
            case NOT_A_MEMBER -> NOT_A_MEMBER_IN_THE_YEAR;
            case KIND_DOES_NOT_SHARE -> EXTRAORDINARY_MEMBER;
            case LEFT -> LEFT_AND_FORFEITED;
            case INACTIVE -> INACTIVE;
        };
    }
}
