package id.lumbung.backbone.relay;

import java.util.List;
import java.util.UUID;

/** A document whose notices are to be told, or were. */
public record Told(String collection, UUID documentId, List<Notice> notices) {}
