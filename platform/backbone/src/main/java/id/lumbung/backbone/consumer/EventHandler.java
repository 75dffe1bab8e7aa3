package id.lumbung.backbone.consumer;

import java.util.List;
import java.util.Map;

/**
 * What a service does with the events it reads. It must bear an event twice, and events in any
 * order, and be called by several threads at a time; it throws only where the infrastructure fails:
 * then all of the batch comes again.
 */
public interface EventHandler {

    /**
     * @return what became of each event, in the order given
     */
    List<Outcome> handle(List<ReceivedEvent> events);

    /**
     * What {@link #handle} would do with an event; writes nothing. Says only that the event can be
     * read, unless the handler knows more.
     */
    default Preview preview(ReceivedEvent event) {
        return Preview.taken(Map.of());
    }
}
