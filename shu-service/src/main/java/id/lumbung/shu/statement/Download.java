package id.lumbung.shu.statement;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** How papers are answered: a file is offered to be kept, a page to be read. */
final class Download {

    static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    static final MediaType ZIP = new MediaType("application", "zip");
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);

    private Download() {}

    static void page(HttpServletResponse response) {
        response.setContentType(HTML.toString());
    }

    static void file(HttpServletResponse response, MediaType type, String name) {
        response.setContentType(type.toString());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
