package id.lumbung.backbone.intake;

import id.lumbung.backbone.event.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it came in, read and whole.
 *
 * @param id the same each time this event is told
 * @param recordedAt when the fact was recorded by the service that tells it
 */
public record Received(UUID id, Event event, Instant recordedAt) {}
