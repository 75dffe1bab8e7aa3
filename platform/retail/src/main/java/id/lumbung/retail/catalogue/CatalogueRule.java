package id.lumbung.retail.catalogue;

import id.lumbung.edge.problem.Refusal;
import org.springframework.http.HttpStatus;

/** What products and their prices must keep. */
enum CatalogueRule implements Refusal.Rule {
    @Refusal.Answers(HttpStatus.NOT_FOUND)
    NO_SUCH_PRODUCT,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PACK_NOT_A_MULTIPLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    QUANTITY_UNREADABLE,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    BARCODE_MISREAD,
    BARCODE_TAKEN,
    CODE_TAKEN,
    PRODUCT_ID_TAKEN,
    BASE_UNIT_FIXED,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PRICE_TO_CORRECT_DIFFERS,
    TWO_PRICES_FOR_ONE_DAY,
    @Refusal.Answers(HttpStatus.UNPROCESSABLE_CONTENT)
    PRICE_ENDS_BEFORE_IT_BEGINS,
    @Refusal.Answers(HttpStatus.SERVICE_UNAVAILABLE)
    PRODUCT_BUSY
}
