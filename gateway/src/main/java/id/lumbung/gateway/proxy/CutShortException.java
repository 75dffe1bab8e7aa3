package id.lumbung.gateway.proxy;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The caller's body ended before its announced end. */
final class CutShortException extends IOException {

    private static final long serialVersionUID = 1L;

    CutShortException(@Nullable Throwable cause) {
        super(cause);
    }
}
