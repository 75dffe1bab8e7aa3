package id.lumbung.backbone.security;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and through which client; ids only. Stands beside every change of state.
 *
 * @param subject the person, or the client where it acts for itself
 * @param client through which it was done; null where it is not known
 */
public record Actor(String subject, @Nullable String client) {

    /** Where a document keeps the subject. */
    public static final String BY = "recordedBy";

    /** Where a document keeps the client. */
    public static final String BY_CLIENT = "recordedByClient";

    /** Nobody has said who it is: what a service does of itself. */
    public static final Actor UNKNOWN = new Actor("unknown", null);

    /** Writes down in a document that is about to be written by whom it is. */
    public void signOn(Document document) {
        document.put(BY, subject);
        if (client != null) {
            document.put(BY_CLIENT, client);
        }
    }

    /** Whoever makes the request that is being answered. */
    public static Actor current() {
        var authentication = CallerAuthentication.find();
        return authentication == null
                ? UNKNOWN
                : new Actor(authentication.caller().subject(), authentication.caller().client());
    }
}
