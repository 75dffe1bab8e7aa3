package id.lumbung.edge.problem;

import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * The problems that the gateway and every service know alike; a service's own rules are {@link
 * Refusal.Rule}s beside their feature. The name in small letters is the problem's type, {@code
 * urn:lumbung:<slug>}, by which programs tell them apart: a contract. Each sentence says whether
 * anything was recorded, and what to do.
 */
public enum ProblemType implements Refusal.Rule {
    NOT_HTTP(
            HttpStatus.BAD_REQUEST,
            "Permintaan ini bukan HTTP yang sah di sini. Periksa alamat dan kepalanya.",
            "The request is not valid HTTP here. Check its address and headers."),
    UNREADABLE(
            HttpStatus.BAD_REQUEST,
            "Isi permintaan tidak dapat dibaca; tidak ada yang dicatat.",
            "The body cannot be read. Send a JSON object; nothing was recorded."),
    INVALID(
            HttpStatus.BAD_REQUEST,
            "Perbaiki isi permintaan, lalu kirim lagi; tidak ada yang dicatat.",
            "Correct the body and send it again; nothing was recorded."),
    CUT_SHORT(
            HttpStatus.BAD_REQUEST,
            "Isi permintaan terputus sebelum lengkap; tidak ada yang dicatat. Kirim ulang dengan id yang sama.",
            "The body ended before it was complete; nothing was recorded. Send the same again, under the same id."),
    TOKEN_MISSING(
            HttpStatus.UNAUTHORIZED,
            "Masuk dahulu: permintaan ini perlu token; tidak ada yang dicatat.",
            "Log in first: this request needs a token (Authorization: Bearer); nothing was recorded."),
    TOKEN_INVALID(
            HttpStatus.UNAUTHORIZED,
            "Token tidak sah atau sudah kedaluwarsa; tidak ada yang dicatat. Ambil token baru, lalu kirim ulang dengan id yang sama.",
            "The token is not valid or has expired; nothing was recorded. Get a new one, then send the same again, under the same id."),
    NOT_ALLOWED(
            HttpStatus.FORBIDDEN,
            "Peran Anda tidak boleh melakukan ini. Minta yang berwenang; tidak ada yang dicatat.",
            "Your role may not do this. Ask whoever may, or sign in as them; nothing was recorded."),
    NOT_YOURS(
            HttpStatus.FORBIDDEN,
            "Token Anda bukan untuk koperasi, gerai, atau anggota ini; tidak ada yang dicatat.",
            "Your token is not for this cooperative, outlet or member. Check the ids, or use the token of whoever it belongs to; nothing was recorded."),
    NOT_FOUND(
            HttpStatus.NOT_FOUND,
            "Tidak ada apa-apa di alamat ini. Lihat /swagger-ui.html.",
            "There is nothing at this address. See /swagger-ui.html for what there is."),
    METHOD_NOT_ALLOWED(
            HttpStatus.METHOD_NOT_ALLOWED,
            "Alamat ini tidak menerima metode tersebut.",
            "This method is not for this address. See the Allow header."),
    SENT_TOO_SLOWLY(
            HttpStatus.REQUEST_TIMEOUT,
            "Isi permintaan datang terlalu lambat; tidak ada yang dicatat. Kirim ulang dengan id yang sama, dalam bagian yang lebih kecil.",
            "The body came too slowly; nothing was recorded. Send the same again, under the same id, in smaller parts."),
    TOO_LARGE(
            HttpStatus.CONTENT_TOO_LARGE,
            "Isi permintaan lebih besar dari %1$d bita; tidak ada yang dicatat. Kirim dalam bagian yang lebih kecil.",
            "The body is larger than %1$d bytes; nothing was recorded. Send it in smaller parts."),
    UNSUPPORTED_MEDIA(
            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
            "Kirim isi sebagai JSON, dengan kepala Content-Type: application/json.",
            "Send the body as JSON, with the header Content-Type: application/json."),
    AMOUNT_TOO_LARGE(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "Jumlah semuanya melebihi %1$d rupiah; periksa satuannya.",
            "The amounts together exceed %1$d rupiah; check their units."),
    TOO_MANY_REQUESTS(
            HttpStatus.TOO_MANY_REQUESTS,
            "Terlalu banyak permintaan; yang ini tidak dicatat. Kirim ulang setelah %1$d detik dengan id yang sama.",
            "Too many requests; this one was not recorded. Send the same again after %1$d seconds, under the same id."),
    HEADER_TOO_LARGE(
            HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
            "Alamat atau kepala permintaan terlalu panjang.",
            "The address or the headers of the request are too long."),
    REFUSED(
            HttpStatus.BAD_REQUEST,
            "Permintaan ditolak; tidak ada yang dicatat.",
            "The request was refused; nothing was recorded."),
    UNFORESEEN(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Ada yang salah di sini, bukan pada Anda. Laporkan traceparent jawaban ini.",
            "Something went wrong here, not with you. Report the traceparent of this answer."),
    /** The service may have the request, but the connection broke before the answer was here. */
    ANSWER_LOST(
            HttpStatus.BAD_GATEWAY,
            "Jawaban layanan %1$s terputus; belum pasti apakah sudah dicatat. Kirim ulang dengan id yang sama.",
            "The answer of the service %1$s was lost; whether it was recorded is not known. Send the same again, under the same id."),
    /** The service took nothing: it could not be reached. */
    SERVICE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Layanan %1$s sedang tidak tersedia; tidak ada yang diterima. Kirim ulang nanti dengan id yang sama.",
            "The service %1$s is not available; nothing was accepted. Send the same again later, under the same id."),
    /** No token can be checked now; the caller's may well be good. */
    IDENTITY_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Token belum dapat diperiksa; tidak ada yang dicatat. Kirim ulang nanti dengan id dan token yang sama.",
            "The token cannot be checked now; nothing was recorded. Send the same again later, under the same id and with the same token."),
    DATABASE_UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Basis data tidak menjawab; belum pasti apakah sudah dicatat. Kirim ulang beberapa detik lagi dengan id yang sama.",
            "The database did not answer. Whether this was written is not known: send the same again, under the same id, in a few seconds."),
    BUSY(
            HttpStatus.SERVICE_UNAVAILABLE,
            "Terlalu banyak permintaan besar sedang dikerjakan; tidak ada yang dicatat. Kirim ulang beberapa detik lagi.",
            "Too many large requests are under way. Send this again in some seconds; nothing was recorded."),
    /** The service has the request, but its answer did not come in time. */
    SERVICE_TOO_SLOW(
            HttpStatus.GATEWAY_TIMEOUT,
            "Layanan %1$s terlalu lama menjawab; belum pasti apakah sudah dicatat. Kirim ulang dengan id yang sama.",
            "The service %1$s took too long to answer; whether it was recorded is not known. Send the same again, under the same id.");

    private final HttpStatus status;
    private final String indonesian;
    private final String english;

    ProblemType(HttpStatus status, String indonesian, String english) {
        this.status = status;
        this.indonesian = indonesian;
        this.english = english;
    }

    @Override
    public HttpStatus status() {
        return status;
    }

    /**
     * A problem of this type.
     *
     * @param values of the sentence's places, in their order
     */
    public Problem problem(Object... values) {
        return new Problem(
                this,
                status,
                String.format(Locale.ROOT, indonesian, values),
                String.format(Locale.ROOT, english, values),
                Map.of());
    }

    /** The problem that stands for a status of which nothing more is known. */
    static Problem of(HttpStatus status) {
        var type =
                switch (status) {
                    case BAD_REQUEST -> NOT_HTTP;
                    case NOT_FOUND -> NOT_FOUND;
                    case METHOD_NOT_ALLOWED -> METHOD_NOT_ALLOWED;
                    case CONTENT_TOO_LARGE, REQUEST_HEADER_FIELDS_TOO_LARGE, URI_TOO_LONG ->
                            HEADER_TOO_LARGE;
                    case UNSUPPORTED_MEDIA_TYPE -> UNSUPPORTED_MEDIA;
                    default -> status.is5xxServerError() ? UNFORESEEN : REFUSED;
                };
        var problem = type.problem();
        return new Problem(type, status, problem.indonesian(), problem.english(), Map.of());
    }
}
