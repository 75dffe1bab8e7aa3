package id.lumbung.backbone.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.lumbung.edge.json.JsonLimits;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

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

    private static final JsonMapper JSON =
            JsonMapper.builder(JsonLimits.factory())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .changeDefaultPropertyInclusion(
                            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .addModule(EventTimes.module())
                    .addModule(JsonLimits.visibleText())
                    .annotationIntrospector(
                            AnnotationIntrospector.pair(
                                    new RequiredComponents(), new JacksonAnnotationIntrospector()))
                    .build();

    private static final ObjectWriter WRITER = JSON.writer();

    private static final Map<String, ObjectReader> READERS =
            records(Event.class)
                    .filter(type -> type != Event.Unknown.class)
                    .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, JSON::readerFor));

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
     * @throws Unreadable when the value is not the JSON of such an event; the message says what is
     *     wrong with it, without repeating its content
     */
    public static Event read(String type, byte[] value) {
        var reader = READERS.get(type);
        if (reader == null) {
            return new Event.Unknown(type);
        }
        try {
            Event event = reader.readValue(value);
            if (event == null) {
                throw new Unreadable(CauseCode.NOT_JSON, null, "The value is JSON null.");
            }
            return event;
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /**
     * Whose a value is, as far as it says: also one that is no event this release can read, or that
     * breaks off after having said it.
     *
     * @return null where no cooperative can be made out
     */
    public static @Nullable UUID cooperativeIn(byte[] value) {
        try (var parser = JSON.createParser(value)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            for (var name = parser.nextName(); name != null; name = parser.nextName()) {
                var token = parser.nextToken();
                if (name.equals("cooperativeId")) {
                    return token == JsonToken.VALUE_STRING
                            ? UUID.fromString(parser.getString())
                            : null;
                }
                var _ = parser.skipChildren();
            }
            return null;
        } catch (JacksonException | IllegalArgumentException _) {
            return null;
        }
    }

    private static Unreadable unreadable(JacksonException e) {
        var path =
                e.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : step.getPropertyName())
                        .collect(Collectors.joining("."));
        if (e.getCause() instanceof IllegalArgumentException illegal) {
            return new Unreadable(
                    CauseCode.FIELD_RANGE, null, because(String.valueOf(illegal.getMessage())));
        }
        if (path.isEmpty() || e instanceof StreamReadException) {
            return new Unreadable(CauseCode.NOT_JSON, null, because("not JSON, or not an object"));
        }
        return isMissing(e)
                ? new Unreadable(
                        CauseCode.FIELD_MISSING, path, because("'" + path + "' is missing"))
                : new Unreadable(
                        CauseCode.FIELD_TYPE, path, because("the type of '" + path + "' is wrong"));
    }

    private static String because(String cause) {
        return "The value cannot be read: " + cause + ".";
    }

    private static boolean isMissing(JacksonException e) {
        return e instanceof InvalidNullException
                || String.valueOf(e.getOriginalMessage())
                        .startsWith("Missing required creator property");
    }

    /** The names of all events this release knows. */
    public static Set<String> types() {
        return READERS.keySet();
    }

    /** A value that is not what its headers promise. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final CauseCode code;
        private final @Nullable String field;

        Unreadable(CauseCode code, @Nullable String field, String reason) {
            super(reason, null, false, false);
            this.code = code;
            this.field = field;
        }

        public CauseCode code() {
            return code;
        }

        /** The field that is wrong; null where it is none in particular. */
        public @Nullable String field() {
            return field;
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
