package id.lumbung.embeddedmongodb;

import org.jspecify.annotations.Nullable;

/** The folder cannot be used for a database; the message says why in one sentence for people. */
public final class UnusableFolder extends IllegalStateException {

    private static final long serialVersionUID = 1;

    UnusableFolder(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
