package id.lumbung.backbone.security;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Names the schema of a nested record after the record around it, too: a sale has lines and a
 * return has lines, and under one name the API document would describe one of them only.
 */
final class NestedSchemaNames implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        var raw = Json.mapper().constructType(type.getType()).getRawClass();
        var around = raw.getEnclosingClass();
        if (type.getName() == null && raw.isRecord() && around != null) {
            type.setName(around.getSimpleName() + raw.getSimpleName());
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }
}
