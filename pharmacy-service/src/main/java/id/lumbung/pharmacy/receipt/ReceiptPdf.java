package id.lumbung.pharmacy.receipt;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.springframework.core.io.ClassPathResource;

/** Prints a page into a PDF, with letters of its own. Nothing that it refers to is fetched. */
final class ReceiptPdf {

    static final String FONT = "DejaVu Sans Condensed";

    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";

    static {
        FontMappers.set(new OwnLetters());
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private ReceiptPdf() {}

    static byte[] of(String page) {
        var out = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFastMode()
                    .useUriResolver((_, _) -> null)
                    .useFont(() -> letters(".ttf"), FONT, 400, FontStyle.NORMAL, true)
                    .useFont(() -> letters("-Bold.ttf"), FONT, 700, FontStyle.NORMAL, true)
                    .withHtmlContent(page, null)
                    .toStream(out)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static InputStream letters(String which) {
        try {
            return new ClassPathResource(FONTS + which, ReceiptPdf.class.getClassLoader())
                    .getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
