package id.lumbung.backbone.event;

/** Why nothing can be made of a record: what operators sort dead letters by. A contract. */
public enum CauseCode {
    /** It lacks a header that every event has. */
    HEADER_MISSING,
    /** It has no value. */
    NO_VALUE,
    /** Its value is larger than any event. */
    TOO_LARGE,
    /** Its value is not JSON, is no object, or names a field twice. */
    NOT_JSON,
    FIELD_MISSING,
    FIELD_TYPE,
    /** An amount or a time that cannot be. */
    FIELD_RANGE,
    ID_NOT_UUID,
    TIME_NOT_INSTANT,
    /** A newer release than this one published it. */
    TYPE_UNKNOWN,
    /** Another event was consumed under its id. */
    OTHER_CONTENT_UNDER_ID,
    /** It can be read, and still nothing can be made of it here. */
    NOT_CONSUMABLE
}
