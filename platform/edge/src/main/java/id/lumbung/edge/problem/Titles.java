package id.lumbung.edge.problem;

import org.springframework.http.HttpStatus;

/** A status in a few words. */
final class Titles {

    private Titles() {}

    static String of(HttpStatus status, Language language) {
        return language == Language.INDONESIAN ? indonesian(status) : status.getReasonPhrase();
    }

    private static String indonesian(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "Permintaan tidak sah";
            case UNAUTHORIZED -> "Perlu masuk";
            case FORBIDDEN -> "Tidak diizinkan";
            case NOT_FOUND -> "Tidak ditemukan";
            case METHOD_NOT_ALLOWED -> "Metode tidak diterima";
            case REQUEST_TIMEOUT -> "Terlalu lambat";
            case CONFLICT -> "Bertentangan";
            case CONTENT_TOO_LARGE -> "Isi terlalu besar";
            case UNSUPPORTED_MEDIA_TYPE -> "Jenis isi tidak diterima";
            case UNPROCESSABLE_CONTENT -> "Tidak dapat diproses";
            case TOO_MANY_REQUESTS -> "Terlalu banyak permintaan";
            case BAD_GATEWAY -> "Jawaban terputus";
            case SERVICE_UNAVAILABLE -> "Layanan tidak tersedia";
            case GATEWAY_TIMEOUT -> "Layanan terlalu lambat";
            default -> status.is5xxServerError() ? "Kesalahan server" : "Permintaan ditolak";
        };
    }
}
