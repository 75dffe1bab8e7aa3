package id.lumbung.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.lumbung.launcher.stack.UserError;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** What the login page gives a browser: its cookie and hidden fields. */
record LoginForm(String cookie, String hidden) {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    static LoginForm of(HttpClient http, HttpRequest loginPage) {
        try {
            var page = http.send(loginPage, BodyHandlers.ofString());
            var hidden = new StringBuilder();
            var fields = HIDDEN.matcher(page.body());
            while (fields.find()) {
                hidden.append('&')
                        .append(fields.group(1))
                        .append('=')
                        .append(URLEncoder.encode(fields.group(2), UTF_8));
            }
            var cookie = page.headers().firstValue("Set-Cookie").orElse("");
            return new LoginForm(cookie.split(";", 2)[0], hidden.toString());
        } catch (IOException e) {
            throw new UserError("The login page cannot be read: %s".formatted(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("Interrupted.");
        }
    }
}
