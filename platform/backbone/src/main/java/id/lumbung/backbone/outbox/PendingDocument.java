package id.lumbung.backbone.outbox;

import java.util.List;
import java.util.UUID;

/** A document whose notices are to be told, or were. */
public record PendingDocument(String collection, UUID documentId, List<OutboxMessage> notices) {}
