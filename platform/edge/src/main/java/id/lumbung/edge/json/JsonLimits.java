package id.lumbung.edge.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.module.SimpleModule;

/**
 * Limits on JSON that comes from outside. A body of 1 MB that is nothing but brackets would become
 * 46 MB of objects (measured); with these it is refused at some 10 MB. The same key twice in one
 * object is refused, since one reader takes the first and another the last.
 */
public final class JsonLimits {

    /** A batch of sales is 6 deep. */
    private static final int MAX_DEPTH = 16;

    /** Five hundred sales of twenty lines are some 100,000. */
    private static final long MAX_TOKENS = 250_000;

    private static final int MAX_TEXT = 100_000;
    private static final int MAX_DIGITS = 30;
    private static final int MAX_NAME = 200;

    private JsonLimits() {}

    /** A factory within these limits. */
    public static JsonFactory factory() {
        return on(JsonFactory.builder()).build();
    }

    /** Refuses texts and keys with characters that nobody sees. */
    public static JacksonModule visibleText() {
        return new SimpleModule("visible text")
                .addDeserializer(String.class, new VisibleText())
                .addKeyDeserializer(String.class, new VisibleKey());
    }

    static JsonFactoryBuilder on(JsonFactoryBuilder factory) {
        return factory.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(MAX_DEPTH)
                                .maxTokenCount(MAX_TOKENS)
                                .maxStringLength(MAX_TEXT)
                                .maxNumberLength(MAX_DIGITS)
                                .maxNameLength(MAX_NAME)
                                .build());
    }
}
