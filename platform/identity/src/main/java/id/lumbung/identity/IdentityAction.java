package id.lumbung.identity;

/** What this module writes in the audit: what it was done to, then what was done. */
public enum IdentityAction {
    LOGIN_GIVEN,
    LOGIN_CHANGED,
    LOGIN_LOCKED,
    LOGIN_UNLOCKED,
    LOGIN_REVOKED,
    LOGIN_RESTORED,
    PASSWORD_RESET,
    PASSWORD_RESET_ASKED,
    TOKEN_REUSED,
    CREDENTIALS_GIVEN,
    CREDENTIALS_ROTATED,
    CREDENTIALS_REVOKED,
    KEYS_ROTATED
}
