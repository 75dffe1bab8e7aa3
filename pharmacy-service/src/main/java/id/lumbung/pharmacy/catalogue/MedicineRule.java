package id.lumbung.pharmacy.catalogue;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What the medicines of a catalogue must keep. */
enum MedicineRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_PRODUCT,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NIE_UNREADABLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    NIE_OF_ANOTHER_CLASS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    WARNING_OF_ANOTHER_CLASS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    OWA_OF_ANOTHER_CLASS,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    OWA_WITHOUT_SOURCE;

    static Refusal noSuchProduct() {
        return NO_SUCH_PRODUCT.because(
                "Produk ini tidak ada di katalog koperasi.",
                "This product is not in the cooperative's catalogue.");
    }
}
