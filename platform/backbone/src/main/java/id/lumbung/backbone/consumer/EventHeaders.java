package id.lumbung.backbone.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.backbone.event.EventCodec;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** What an event says of itself in its record's headers, as it is written there. */
record EventHeaders(String id, String type, String time) {

    /** Null where one of them is missing. */
    static @Nullable EventHeaders of(Headers headers) {
        var id = text(headers, EventCodec.ID);
        var type = text(headers, EventCodec.TYPE);
        var time = text(headers, EventCodec.TIME);
        return id == null || type == null || time == null ? null : new EventHeaders(id, type, time);
    }

    private static @Nullable String text(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
