package id.lumbung.backbone.consumer;

import java.util.List;

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
}
