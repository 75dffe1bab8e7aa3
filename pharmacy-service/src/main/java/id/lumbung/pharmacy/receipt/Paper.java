package id.lumbung.pharmacy.receipt;

/** What a receipt is printed on. Narrow paper is as long as the receipt. */
enum Paper {
    /** Rolls of 58 mm, of which 48 mm are printed. */
    MM58("58mm", "48mm", "7pt"),
    /** Rolls of 80 mm, of which 72 mm are printed. */
    MM80("80mm", "72mm", "8.5pt"),
    A4("A4", "170mm", "11pt");

    private static final int HEAD_MM = 62;
    private static final int LINE_MM = 9;

    private final String size;
    private final String width;
    private final String font;

    Paper(String size, String width, String font) {
        this.size = size;
        this.width = width;
        this.font = font;
    }

    /**
     * The style of a page.
     *
     * @param lines how many there are on the receipt
     */
    String css(int lines) {
        var length = this == A4 ? "" : " %dmm".formatted(HEAD_MM + LINE_MM * lines);
        var margin = this == A4 ? "20mm" : "3mm 4mm";
        return """
        @page { size: %s%s; margin: %s }
        body { font-family: '%s', monospace; font-size: %s; width: %s; margin: 0 }
        h1 { font-size: 1.2em; text-align: center; margin: 0 }
        p { margin: 1mm 0 } .copy { text-align: center; font-weight: bold; border: 1px solid }
        table { width: 100%%; border-collapse: collapse } td { vertical-align: top; padding: 0 }
        td.n { text-align: right; white-space: nowrap } tr.sum td { border-top: 1px solid; font-weight: bold }
        .code { text-align: center; font-size: 1.3em; font-weight: bold }\
        """
                .formatted(size, length, margin, ReceiptPdf.FONT, font, width);
    }
}
