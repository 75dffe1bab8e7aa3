package id.lumbung.gateway.path;

import java.util.List;
import java.util.Set;

/** What the gateway itself shows to everybody. */
final class OpenPages {

    private static final Set<String> PAGES =
            Set.of(
                    "/",
                    "/index.html",
                    "/lumbung.css",
                    "/lumbung.js",
                    "/lumbung.svg",
                    "/swagger-ui.html",
                    "/error",
                    "/v3/api-docs",
                    "/v3/api-docs.yaml",
                    "/actuator/health/liveness",
                    "/actuator/health/readiness");
    private static final List<String> FOLDERS = List.of("/swagger-ui/", "/v3/api-docs/");

    private OpenPages() {}

    static boolean contain(String path) {
        return PAGES.contains(path) || FOLDERS.stream().anyMatch(path::startsWith);
    }
}
