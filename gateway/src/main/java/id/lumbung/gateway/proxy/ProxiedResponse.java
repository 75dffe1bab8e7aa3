package id.lumbung.gateway.proxy;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * An answer passed on as it came. Unlike the answers Spring builds it never replaces a body by 304
 * on its own: that body would stay unread and keep the connection to the service.
 */
final class ProxiedResponse implements ServerResponse {

    /** Writes the body. */
    interface Writing {
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    private final HttpStatusCode status;
    private final HttpHeaders headers = new HttpHeaders();
    private final Writing body;

    ProxiedResponse(HttpStatusCode status, Writing body) {
        this.status = status;
        this.body = body;
    }

    @Override
    public HttpStatusCode statusCode() {
        return status;
    }

    @Override
    public HttpHeaders headers() {
        return headers;
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public @Nullable ModelAndView writeTo(
            HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        response.setStatus(status.value());
        headers.forEach((name, values) -> {
            // What is said here replaces what was said of every answer.
            response.setHeader(name, values.getFirst());
            for (var value : values.subList(1, values.size())) {
                response.addHeader(name, value);
            }
        });
        body.write(request, response);
        return null;
    }
}
