package id.lumbung.membership.member;

/** What this service writes in the audit: what it was done to, then what was done. */
public enum MemberAction {
    PERSONAL_DATA_READ,
    PERSONAL_DATA_READ_IN_CLEAR,
    PERSONAL_DATA_CORRECTED,
    PERSONAL_DATA_ERASED,
    NIK_READ,
    MEMBERSHIP_CORRECTED,
    LEAVING_ANNULLED,
    DEPOSIT_REVERSED,
    WITHDRAWAL_REVERSED
}
