package id.lumbung.backbone.consumer;

import java.util.List;
import java.util.Map;

/**
 * What a service does with the events it reads. It must bear an event twice; it throws only where
 * the infrastructure fails: then all of the batch comes again.
 */
public interface EventHandler {

    /**
     * Whether events may be handled in any order, and by several threads at a time: as in a
     * journal, whose figures are sums. Others get one part of a batch after the other.
     */
    default boolean isOrderless() {
        return false;
    }

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
