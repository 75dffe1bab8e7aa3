package id.lumbung.backbone.consumer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What consuming an event would do, told without doing it.
 *
 * @param entry what would be written, in words that a program can show; null where nothing would
 * @param causeCode why it would be refused; null where it would not
 * @param cause the same as a sentence
 */
public record Preview(
        Result outcome,
        @Nullable Map<String, Object> entry,
        @Nullable String causeCode,
        @Nullable String cause) {

    public enum Result {
        WOULD_BE_TAKEN,
        ALREADY_JOURNALLED,
        STILL_REFUSED
    }

    public static Preview taken(Map<String, Object> entry) {
        return new Preview(Result.WOULD_BE_TAKEN, entry, null, null);
    }

    public static Preview already() {
        return new Preview(Result.ALREADY_JOURNALLED, null, null, null);
    }

    public static Preview refused(Outcome.Refused why) {
        return new Preview(Result.STILL_REFUSED, null, why.code().name(), why.reason());
    }
}
