package id.lumbung.backbone.event;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Version;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * Reads an event only where each component that is not {@link Nullable} is there. Asked once for
 * each type of event, when its reader is made; reading itself costs nothing more.
 */
final class RequiredComponents extends AnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
        return isRequired(annotated)
                ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
                : JsonSetter.Value.empty();
    }

    private static boolean isRequired(Annotated annotated) {
        var component = component(annotated);
        return component != null
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable RecordComponent component(Annotated annotated) {
        if (!(annotated instanceof AnnotatedMember member)
                || !Event.class.isAssignableFrom(member.getDeclaringClass())
                || !member.getDeclaringClass().isRecord()) {
            return null;
        }
        var components = member.getDeclaringClass().getRecordComponents();
        return annotated instanceof AnnotatedParameter parameter
                ? components[parameter.getIndex()]
                : Arrays.stream(components)
                        .filter(it -> it.getName().equals(member.getName()))
                        .findAny()
                        .orElse(null);
    }
}
