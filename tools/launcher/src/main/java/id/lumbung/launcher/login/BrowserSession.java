package id.lumbung.launcher.login;

import id.lumbung.launcher.stack.UserError;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A browser at the login pages: it keeps cookies, and sends forms with what is hidden in them. */
final class BrowserSession {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final LoginHttp http;
    private final String who;
    private final Cookies cookies = new Cookies();

    /**
     * @param who logs in, as refusals name them
     */
    BrowserSession(LoginHttp http, String who) {
        this.http = http;
        this.who = who;
    }

    HttpResponse<String> get(String path) {
        return send(http.request(path).GET());
    }

    HttpResponse<String> submit(
            HttpResponse<String> page, String path, Map<String, String> fields) {
        var form = new LinkedHashMap<>(fields);
        var hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            var _ = form.put(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        return send(http.form(path, form));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        var answer = http.send(cookies.addTo(request));
        cookies.keep(answer);
        return answer;
    }

    /** Where an answer sends the browser. */
    String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() ->
                        new UserError(
                                "%s could not log in (status %d). If the password was changed elsewhere, the launcher does not know it."
                                        .formatted(who, answer.statusCode())));
    }
}
