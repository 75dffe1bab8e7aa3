package id.lumbung.backbone.event;

import org.jspecify.annotations.Nullable;

/** A value that is not what its headers promise. */
public final class UnreadableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CauseCode code;
    private final @Nullable String field;

    UnreadableEvent(CauseCode code, @Nullable String field, String reason) {
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
