package id.lumbung.gateway.path;

/** What is needed to come in. */
public enum AccessLevel {
    NOTHING,
    TOKEN,
    OPERATOR
}
