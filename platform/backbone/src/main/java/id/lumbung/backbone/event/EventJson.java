package id.lumbung.backbone.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.lumbung.edge.json.JsonLimits;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of events: strict about what is there, and passing over what is not known. */
public final class EventJson {

    static final JsonMapper MAPPER =
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

    private EventJson() {}

    /**
     * Whose a value is, as far as it says: also one that is no event this release can read, or that
     * breaks off after having said it.
     *
     * @return null where no cooperative can be made out
     */
    public static @Nullable UUID cooperativeIn(byte[] value) {
        try (var parser = MAPPER.createParser(value)) {
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
}
