package id.lumbung.shu.division;

/** Whether a member shares in a year's surplus, and why not. */
public enum Eligibility {
    SHARES,
    NOT_A_MEMBER,
    KIND_DOES_NOT_SHARE,
    LEFT,
    INACTIVE
}
