package id.lumbung.shu.statement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.xml.sax.InputSource;

/** Reads back what was printed. */
final class PrintedText {

    private PrintedText() {}

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    static byte[] written(Writing writing) throws IOException {
        var out = new ByteArrayOutputStream();
        writing.to(out);
        return out.toByteArray();
    }

    static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    static List<String> pages(byte[] pdf) throws IOException {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(pdf)) {
            for (var page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
        }
        return pages;
    }

    static Map<String, byte[]> unpacked(byte[] pack) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(pack))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    /** The pages of all these statements. */
    static List<String> printed(List<MemberStatement> all, Locale locale) throws IOException {
        var report = SampleYear.loss().report();
        var pack = written(out -> new StatementPrinter().pack(report, all.stream(), locale, out));
        return pages(unpacked(pack).get("statements.pdf"));
    }

    /** The text of a page that an XML parser takes, and so the PDF printer does. */
    static String text(String html) throws Exception {
        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(html)));
        return document.getDocumentElement().getTextContent();
    }

    static String rupiah(long amount, Locale locale) {
        var number = String.format(Locale.ENGLISH, "%,d", Math.abs(amount));
        return (amount < 0 ? "-Rp" : "Rp")
                + (locale.equals(Locale.ENGLISH) ? number : number.replace(',', '.'));
    }
}
