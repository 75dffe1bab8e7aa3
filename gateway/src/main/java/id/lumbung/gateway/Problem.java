package id.lumbung.gateway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a caller is told when the gateway itself refuses or fails (RFC 9457): in Indonesian, then in
 * English, whether anything was recorded and what to do. Nothing from inside is repeated.
 *
 * @param retryAfterSeconds when to try again; 0 where trying again does not help
 * @param challenge the {@code WWW-Authenticate} header, where another token would help
 */
record Problem(
        HttpStatus status,
        String slug,
        String detail,
        int retryAfterSeconds,
        @Nullable String challenge) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Parts of a path that may be somebody's number, an NIK or a telephone: not repeated. */
    private static final Pattern NUMBERS = Pattern.compile("(?<=/)[^/]*[0-9]{7}[^/-]*(?=/|$)");

    private static final JsonMapper JSON = new JsonMapper();

    Problem(HttpStatus status, String slug, String detail, int retryAfterSeconds) {
        this(status, slug, detail, retryAfterSeconds, null);
    }

    /** The service took nothing: it could not be reached. */
    static Problem unavailable(String service) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                """
                Layanan %1$s sedang tidak tersedia; tidak ada yang diterima. Kirim ulang nanti dengan id yang sama. \
                The service %1$s is not available; nothing was accepted. Send the same again later, under the same id.\
                """
                        .formatted(service),
                5);
    }

    /** The service has the request, but its answer did not come in time. */
    static Problem tooSlow(String service) {
        return new Problem(
                HttpStatus.GATEWAY_TIMEOUT,
                "service-too-slow",
                """
                Layanan %1$s terlalu lama menjawab; belum pasti apakah sudah dicatat. Kirim ulang dengan id yang sama. \
                The service %1$s took too long to answer; whether it was recorded is not known. Send the same again, under the same id.\
                """
                        .formatted(service),
                5);
    }

    /** The service may have the request, but the connection broke before the answer was here. */
    static Problem answerLost(String service) {
        return new Problem(
                HttpStatus.BAD_GATEWAY,
                "answer-lost",
                """
                Jawaban layanan %1$s terputus; belum pasti apakah sudah dicatat. Kirim ulang dengan id yang sama. \
                The answer of the service %1$s was lost; whether it was recorded is not known. Send the same again, under the same id.\
                """
                        .formatted(service),
                5);
    }

    static Problem tooLarge(long limit) {
        return new Problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                """
                Isi permintaan lebih besar dari %1$d bita; tidak ada yang dicatat. Kirim dalam bagian yang lebih kecil. \
                The body is larger than %1$d bytes; nothing was recorded. Send it in smaller parts.\
                """
                        .formatted(limit),
                0);
    }

    static Problem cutShort() {
        return new Problem(
                HttpStatus.BAD_REQUEST,
                "cut-short",
                """
                Isi permintaan terputus sebelum lengkap; tidak ada yang dicatat. Kirim ulang dengan id yang sama. \
                The body ended before it was complete; nothing was recorded. Send the same again, under the same id.\
                """,
                0);
    }

    /** The body comes too slowly to be waited for. */
    static Problem tooSlowlySent() {
        return new Problem(
                HttpStatus.REQUEST_TIMEOUT,
                "sent-too-slowly",
                """
                Isi permintaan datang terlalu lambat; tidak ada yang dicatat. Kirim ulang dengan id yang sama, dalam bagian yang lebih kecil. \
                The body came too slowly; nothing was recorded. Send the same again, under the same id, in smaller parts.\
                """,
                0);
    }

    static Problem tokenMissing() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "token-missing",
                """
                Masuk dahulu: permintaan ini perlu token; tidak ada yang dicatat. \
                Log in first: this request needs a token (Authorization: Bearer); nothing was recorded.\
                """,
                0,
                "Bearer");
    }

    /** Expired, or not the issuer's: a new one helps. */
    static Problem tokenInvalid() {
        return new Problem(
                HttpStatus.UNAUTHORIZED,
                "token-invalid",
                """
                Token tidak sah atau sudah kedaluwarsa; tidak ada yang dicatat. Ambil token baru, lalu kirim ulang dengan id yang sama. \
                The token is not valid or has expired; nothing was recorded. Get a new one, then send the same again, under the same id.\
                """,
                0,
                "Bearer error=\"invalid_token\"");
    }

    static Problem operatorsOnly() {
        return new Problem(
                HttpStatus.FORBIDDEN,
                "operators-only",
                """
                Alamat ini hanya untuk operator. \
                This address is for operators only.\
                """,
                0,
                "Bearer error=\"insufficient_scope\"");
    }

    /** No token can be checked now; the caller's may well be good. */
    static Problem identityUnavailable() {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "identity-unavailable",
                """
                Token belum dapat diperiksa; tidak ada yang dicatat. Kirim ulang nanti dengan id dan token yang sama. \
                The token cannot be checked now; nothing was recorded. Send the same again later, under the same id and with the same token.\
                """,
                5);
    }

    static Problem tooMany(int seconds) {
        return new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                """
                Terlalu banyak permintaan; yang ini tidak dicatat. Kirim ulang setelah %1$d detik dengan id yang sama. \
                Too many requests; this one was not recorded. Send the same again after %1$d seconds, under the same id.\
                """
                        .formatted(seconds),
                seconds);
    }

    static Problem of(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND ->
                    new Problem(
                            status,
                            "not-found",
                            """
                            Tidak ada apa-apa di alamat ini. Lihat /swagger-ui.html. \
                            There is nothing at this address. See /swagger-ui.html.\
                            """,
                            0);
            case METHOD_NOT_ALLOWED ->
                    new Problem(
                            status,
                            "method-not-allowed",
                            """
                            Alamat ini tidak menerima metode tersebut. \
                            This address does not take that method.\
                            """,
                            0);
            case BAD_REQUEST ->
                    new Problem(
                            status,
                            "not-http",
                            """
                            Permintaan ini bukan HTTP yang sah di sini. Periksa alamat dan kepalanya. \
                            The request is not valid HTTP here. Check its address and headers.\
                            """,
                            0);
            case REQUEST_HEADER_FIELDS_TOO_LARGE, URI_TOO_LONG ->
                    new Problem(
                            status,
                            "header-too-large",
                            """
                            Alamat atau kepala permintaan terlalu panjang. \
                            The address or the headers of the request are too long.\
                            """,
                            0);
            default ->
                    status.is5xxServerError()
                            ? new Problem(
                                    status,
                                    "unforeseen",
                                    """
                                    Ada yang salah di sini, bukan pada Anda. Laporkan traceparent jawaban ini. \
                                    Something went wrong here, not with you. Report the traceparent of this answer.\
                                    """,
                                    0)
                            : new Problem(
                                    status,
                                    "refused",
                                    "Permintaan ditolak. The request was refused.",
                                    0);
        };
    }

    byte[] json(@Nullable String instance) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", "urn:lumbung:" + slug);
        members.put("title", status.getReasonPhrase());
        members.put("status", status.value());
        members.put("detail", detail);
        if (instance != null) {
            members.put("instance", NUMBERS.matcher(instance).replaceAll("-"));
        }
        return JSON.writeValueAsBytes(members);
    }

    /** As the answer of a route. */
    ServerResponse answer() {
        return new Answer(status, (request, response) -> send(request, response));
    }

    /**
     * Replaces whatever was to be answered, unless the container has answered already: it does so
     * where the caller broke off.
     */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        var goesOn = Entrance.drained(request);
        AnswerHeaders.onlyOwn(response);
        response.setHeader("Cache-Control", "no-store");
        if (challenge != null) {
            response.setHeader("WWW-Authenticate", challenge);
        }
        if (retryAfterSeconds > 0) {
            response.setIntHeader("Retry-After", retryAfterSeconds);
        }
        if (!goesOn || status == HttpStatus.CONTENT_TOO_LARGE) {
            response.setHeader("Connection", "close");
        }
        response.setStatus(status.value());
        response.setContentType(MEDIA_TYPE);
        var body = json(request.getRequestURI());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
