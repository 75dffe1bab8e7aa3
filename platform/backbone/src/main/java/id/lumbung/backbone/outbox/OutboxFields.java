package id.lumbung.backbone.outbox;

/** The names under which an outbox stands in its document. */
public final class OutboxFields {

    /** Present in a document only while its outbox has messages: when a sweep may claim it. */
    public static final String DUE = "outboxDue";

    /** Present in a document only while a message of it is blocked: when that was. */
    public static final String BLOCKED_AT = "outboxBlockedAt";

    static final String OUTBOX = "outbox";
    static final String MESSAGE_ID = "outbox.id";
    static final String ENQUEUED_AT = "enqueuedAt";
    static final String CLAIM = "outboxClaim";
    static final String BLOCKED = "outboxBlocked";

    private OutboxFields() {}
}
