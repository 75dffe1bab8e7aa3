package id.lumbung.backbone.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;

/**
 * Events as they travel: CloudEvents 1.0 in Kafka's binary mode. The attributes are headers ({@code
 * ce_id}, {@code ce_type} and so on), the value is the event as JSON. Reading passes over fields it
 * does not know and insists on the types of those it does.
 */
public final class EventCodec {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String SUBJECT = "ce_subject";
    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    private static final ObjectWriter WRITER = EventJson.MAPPER.writer();

    private static final Map<String, ObjectReader> READERS =
            records(Event.class)
                    .filter(type -> type != Event.Unknown.class)
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    Class::getSimpleName, EventJson.MAPPER::readerFor));

    private EventCodec() {}

    /** All events of a sealed interface, those of the interfaces within it among them. */
    static Stream<Class<?>> records(Class<?> events) {
        return events.isRecord()
                ? Stream.of(events)
                : Arrays.stream(events.getPermittedSubclasses()).flatMap(EventCodec::records);
    }

    public static String type(Event event) {
        return event instanceof Event.Unknown unknown
                ? unknown.type()
                : event.getClass().getSimpleName();
    }

    public static String write(Event event) {
        return WRITER.writeValueAsString(event);
    }

    /**
     * @throws UnreadableEvent when the value is not the JSON of such an event; the message says
     *     what is wrong with it, without repeating its content
     */
    public static Event read(String type, byte[] value) {
        var reader = READERS.get(type);
        if (reader == null) {
            return new Event.Unknown(type);
        }
        try {
            Event event = reader.readValue(value);
            if (event == null) {
                throw new UnreadableEvent(CauseCode.NOT_JSON, null, "The value is JSON null.");
            }
            return event;
        } catch (JacksonException e) {
            throw JsonFault.of(e);
        }
    }

    /** The names of all events this release knows. */
    public static Set<String> types() {
        return READERS.keySet();
    }
}
