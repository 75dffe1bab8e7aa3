package id.lumbung.edge.json;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** Keys of maps, read as {@link VisibleText} is. */
final class VisibleKey extends KeyDeserializer {

    @Override
    public Object deserializeKey(String key, DeserializationContext context) {
        if (VisibleText.hides(key)) {
            throw context.weirdKeyException(String.class, "", VisibleText.REFUSED);
        }
        return key;
    }
}
