package id.lumbung.launcher.login;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The cookies of one browser at one server. */
final class Cookies {

    private final Map<String, String> values = new TreeMap<>();

    HttpRequest.Builder addTo(HttpRequest.Builder request) {
        return values.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        values.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    /** What an answer sets; one set to nothing is forgotten. */
    void keep(HttpResponse<String> answer) {
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var equals = cookie.indexOf('=');
            var end = cookie.indexOf(';');
            var value = cookie.substring(equals + 1, end < 0 ? cookie.length() : end);
            if (value.isEmpty()) {
                var _ = values.remove(cookie.substring(0, equals));
            } else {
                var _ = values.put(cookie.substring(0, equals), value);
            }
        }
    }
}
