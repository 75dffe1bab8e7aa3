package id.lumbung.shu.statement;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.logging.Level;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/**
 * A PDF that grows by web pages. What was printed waits in a temporary file once it is more than a
 * few megabytes, so that memory holds little more than the web page being printed; the letters used
 * are embedded once.
 */
final class PrintedPages implements Closeable {

    static final String FONT = "DejaVu Sans Condensed";

    private static final long IN_MEMORY = 4L << 20;
    private static final String FONTS = "net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";

    static {
        FontMappers.set(new BundledFont());
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final PDDocument document;
    private final PDFont regular;
    private final PDFont bold;

    PrintedPages() throws IOException {
        document = new PDDocument(MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache);
        regular = font(".ttf");
        bold = font("-Bold.ttf");
    }

    private PDFont font(String which) throws IOException {
        try (var file = letters(which).getInputStream()) {
            return PDType0Font.load(document, file, true);
        }
    }

    static ClassPathResource letters(String which) {
        return new ClassPathResource(FONTS + which, PrintedPages.class.getClassLoader());
    }

    int count() {
        return document.getNumberOfPages();
    }

    /** Prints a web page behind what is there. Nothing that it refers to is fetched. */
    void append(String page) throws IOException {
        var first = count() + 1;
        var builder =
                new PdfRendererBuilder()
                        .usePDDocument(document)
                        .useFastMode()
                        .useInitialPageNumber(first)
                        .useUriResolver((_, _) -> null)
                        .useFont(new PDFontSupplier(regular), FONT, 400, FontStyle.NORMAL, false)
                        .useFont(new PDFontSupplier(bold), FONT, 700, FontStyle.NORMAL, false)
                        .withHtmlContent(page, null);
        try (var renderer = builder.buildPdfRenderer()) {
            renderer.layout();
            renderer.createPDFWithoutClosing();
        }
    }

    void write(OutputStream out) throws IOException {
        document.save(out, CompressParameters.NO_COMPRESSION);
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
