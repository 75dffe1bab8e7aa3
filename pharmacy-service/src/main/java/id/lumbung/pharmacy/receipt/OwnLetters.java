package id.lumbung.pharmacy.receipt;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Answers for every font with the one that is bundled, so that no folder is searched for others.
 */
final class OwnLetters implements FontMapper {

    private final TrueTypeFont bundled;

    OwnLetters() {
        try (var file = ReceiptPdf.letters(".ttf")) {
            bundled = new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(
            String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(bundled, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(
            String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(bundled, false);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name,
            @Nullable PDFontDescriptor descriptor,
            @Nullable PDCIDSystemInfo characters) {
        return new CIDFontMapping(null, bundled, true);
    }
}
