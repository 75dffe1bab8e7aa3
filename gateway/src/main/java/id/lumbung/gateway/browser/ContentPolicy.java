package id.lumbung.gateway.browser;

import id.lumbung.gateway.path.PathRules;

/** What a page may load and run, by its path (Content Security Policy). */
final class ContentPolicy {

    private static final String OWN_PAGES =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Swagger UI writes styles into its elements. */
    private static final String SWAGGER =
            OWN_PAGES.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'");

    /**
     * Of what a service sends: it may be printed and looked at, but runs nothing. Not {@code
     * form-action}: a login ends at its client's address, which may be elsewhere.
     */
    private static final String PASSED_ON =
            "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private ContentPolicy() {}

    static String of(String path) {
        if (path.startsWith("/swagger-ui")) {
            return SWAGGER;
        }
        return PathRules.passOn(path) ? PASSED_ON : OWN_PAGES;
    }
}
