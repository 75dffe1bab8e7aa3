package id.lumbung.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/**
 * A problem on its way to the caller (RFC 9457), in Indonesian and English. Nothing from inside,
 * and nothing that the caller sent, is repeated.
 *
 * @param rule names the problem's type
 * @param retryAfterSeconds when to try again; 0 where trying again does not help
 * @param more members beside those of the standard
 */
public record Problem(
        Refusal.Rule rule,
        HttpStatus status,
        String indonesian,
        String english,
        int retryAfterSeconds,
        Map<String, Object> more) {

    private static final String PREFIX = "urn:lumbung:";
    private static final int SOON_SECONDS = 5;
    private static final String PREPARATION = Problem.class.getName() + ".preparation";
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .addMixIn(
                            ProblemDetail.class,
                            org.springframework.http.converter.json.ProblemDetailJacksonMixin.class)
                    .build();

    public Problem {
        more = Map.copyOf(more);
    }

    Problem(
            Refusal.Rule rule,
            HttpStatus status,
            String indonesian,
            String english,
            Map<String, Object> more) {
        this(
                rule,
                status,
                indonesian,
                english,
                status == HttpStatus.SERVICE_UNAVAILABLE ? SOON_SECONDS : 0,
                more);
    }

    /** The problem that stands for a status of which nothing more is known. */
    public static Problem of(HttpStatus status) {
        return ProblemType.of(status);
    }

    /** The same, in these words. */
    Problem saying(Bilingual words) {
        return new Problem(
                rule, status, words.indonesian(), words.english(), retryAfterSeconds, more);
    }

    Problem with(String member, Object value) {
        return new Problem(
                rule, status, indonesian, english, retryAfterSeconds, Map.of(member, value));
    }

    /** The same, to be tried again after so many seconds. */
    public Problem retryAfter(int seconds) {
        return new Problem(rule, status, indonesian, english, seconds, more);
    }

    /** What follows {@code urn:lumbung:} in the problem's type. */
    public String slug() {
        return Refusal.slug(rule);
    }

    /** The headers that tell a program what this tells a person. */
    public HttpHeaders headers() {
        var headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl("no-store");
        if (retryAfterSeconds > 0) {
            headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        }
        var challenge = challenge();
        if (challenge != null) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return headers;
    }

    /** What another token would help with (RFC 6750); null where none would. */
    private @Nullable String challenge() {
        return switch (rule) {
            case ProblemType.TOKEN_MISSING -> "Bearer";
            case ProblemType.TOKEN_INVALID -> "Bearer error=\"invalid_token\"";
            case ProblemType.NOT_ALLOWED -> "Bearer error=\"insufficient_scope\"";
            default -> null;
        };
    }

    ProblemDetail detail(Language language) {
        var detail = ProblemDetail.forStatusAndDetail(status, language.choose(indonesian, english));
        detail.setType(URI.create(PREFIX + slug()));
        detail.setTitle(Titles.of(status, language));
        more.forEach((name, value) -> detail.setProperty(name, ToldMember.of(value, language)));
        return detail;
    }

    /**
     * Has this done to a request before a problem is written as its answer: to end its body, or to
     * take back what was to be answered. Returns whether the connection can serve another request.
     */
    public interface Preparation {
        boolean prepare(HttpServletResponse response);
    }

    public static void prepareBy(HttpServletRequest request, Preparation preparation) {
        request.setAttribute(PREPARATION, preparation);
    }

    /** Answers the request by this problem, unless an answer is on its way already. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var goesOn =
                !(request.getAttribute(PREPARATION) instanceof Preparation preparation)
                        || preparation.prepare(response);
        headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        if (!goesOn || status == HttpStatus.CONTENT_TOO_LARGE) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        response.setStatus(status.value());
        var language = Language.of(request);
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        var detail = detail(language);
        detail.setInstance(ProblemInstance.of(request));
        var body = JSON.writeValueAsBytes(detail);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
