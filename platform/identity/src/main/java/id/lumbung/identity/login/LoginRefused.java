package id.lumbung.identity.login;

import id.lumbung.edge.problem.Bilingual;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** A login that led to nothing, and what is said of it. */
final class LoginRefused extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final transient Bilingual said;
    private final @Nullable Duration wait;

    private LoginRefused(HttpStatus status, Bilingual said, @Nullable Duration wait) {
        super(said.english());
        this.status = status;
        this.said = said;
        this.wait = wait;
    }

    static LoginRefused wrong() {
        return new LoginRefused(
                HttpStatus.UNAUTHORIZED,
                new Bilingual(
                        "Nama pengguna atau kata sandi salah.",
                        "The username or the password is wrong."),
                null);
    }

    static LoginRefused tooOften(Duration wait) {
        var minutes = Math.max(1, Math.ceilDiv(wait.toSeconds(), 60));
        return new LoginRefused(
                HttpStatus.TOO_MANY_REQUESTS,
                new Bilingual(
                        "Terlalu sering gagal. Coba lagi dalam %d menit, atau minta pengurus membukanya."
                                .formatted(minutes),
                        "Failed too often. Try again in %d minutes, or ask the board to unlock it."
                                .formatted(minutes)),
                wait);
    }

    /** Said to those only who know the password. */
    static LoginRefused awaitsConsent() {
        return new LoginRefused(
                HttpStatus.FORBIDDEN,
                new Bilingual(
                        "Akun ini menunggu persetujuan orang kedua. Minta pengurus lain, pengawas, atau operator menyetujuinya.",
                        "This login awaits the consent of a second person. Ask another of the board, a supervisor, or an operator to consent to it."),
                null);
    }

    static LoginRefused busy() {
        return new LoginRefused(
                HttpStatus.SERVICE_UNAVAILABLE,
                new Bilingual(
                        "Sedang sibuk. Coba lagi sebentar lagi.",
                        "Busy at the moment. Try again shortly."),
                Duration.ofSeconds(5));
    }

    HttpStatus status() {
        return status;
    }

    Bilingual said() {
        return said;
    }

    @Nullable Duration waitFor() {
        return wait;
    }
}
