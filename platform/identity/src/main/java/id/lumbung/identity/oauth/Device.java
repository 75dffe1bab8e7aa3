package id.lumbung.identity.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A phone on which a person is logged in.
 *
 * @param thumbprint of the key that cannot leave it (RFC 7638, SHA-256)
 * @param name as the person calls it; null where they gave it none
 * @param client the app
 * @param usedAt when it last asked for a token
 * @param until when the login ends if it is not used; at the latest at {@code endsAt}
 */
record Device(
        @JsonProperty("jkt") @Schema(example = "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I")
                String thumbprint,
        @Schema(example = "HP meja depan") @Nullable String name,
        @Schema(example = "lumbung-gerai") String client,
        Instant since,
        Instant usedAt,
        Instant until,
        Instant endsAt) {

    static Device of(Document login) {
        return new Device(
                login.getString("key"),
                login.getString("device"),
                login.getString("client"),
                login.getDate("deviceSince").toInstant(),
                login.getDate("usedAt").toInstant(),
                login.getDate("refreshUntil").toInstant(),
                login.getDate("endsAt").toInstant());
    }

    /** Says nothing of the name. */
    @Override
    public String toString() {
        return "Device " + thumbprint;
    }
}
