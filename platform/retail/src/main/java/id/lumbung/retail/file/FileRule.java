package id.lumbung.retail.file;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What a file of rows must keep. */
enum FileRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    FILE_UNREADABLE,
    @Refusal.Answers(HttpStatus.CONTENT_TOO_LARGE)
    FILE_TOO_LARGE;

    static Refusal unreadable() {
        return FILE_UNREADABLE.because(
                "Berkas tidak terbaca sebagai CSV atau XLSX. Simpan ulang dari lembar kerja, baris pertama berisi nama kolom.",
                "The file is neither CSV nor XLSX. Save it again from the spreadsheet, with the names of the columns in the first row.");
    }

    static Refusal tooLarge(int maxRows) {
        return FILE_TOO_LARGE.because(
                "Berkas terlalu besar: paling banyak %d baris dan 60 kolom. Bagi menjadi beberapa berkas."
                        .formatted(maxRows),
                "The file is too large: at most %d rows and 60 columns. Part it into several files."
                        .formatted(maxRows));
    }
}
