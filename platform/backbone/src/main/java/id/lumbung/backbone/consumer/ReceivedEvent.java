package id.lumbung.backbone.consumer;

import id.lumbung.backbone.event.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * An event as it was received, read and whole.
 *
 * @param id the same each time this event is published
 * @param recordedAt when the fact was recorded by the service that publishes it
 */
public record ReceivedEvent(UUID id, Event event, Instant recordedAt) {}
