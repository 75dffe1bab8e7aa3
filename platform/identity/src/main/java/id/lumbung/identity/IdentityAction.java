package id.lumbung.identity;

/** What this module writes in the audit: what it was done to, then what was done. */
public enum IdentityAction {
    LOGIN_GIVEN,
    LOGIN_CHANGED,
    LOGIN_CONSENTED,
    LOGIN_LOCKED,
    LOGIN_UNLOCKED,
    LOGIN_REVOKED,
    LOGIN_RESTORED,
    LOGIN_ERASED,
    LOGGED_IN,
    MEMBER_BOUND,
    MEMBER_UNBOUND,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    PASSWORD_RESET_ASKED,
    TOKEN_REUSED,
    DEVICE_ENROLLED,
    DEVICE_ENDED,
    CREDENTIALS_GIVEN,
    CREDENTIALS_ROTATED,
    CREDENTIALS_REVOKED,
    KEYS_ROTATED
}
