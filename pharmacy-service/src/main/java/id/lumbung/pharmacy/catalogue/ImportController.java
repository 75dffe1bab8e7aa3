package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.file.RowFile;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportController {

    private final ProductImport products;

    ImportController(ProductImport products) {
        this.products = products;
    }

    @Operation(
            summary = "Enter products from a CSV or XLSX file, or only try it",
            description =
                    """
                    The body is the file: `curl --data-binary @medicines.csv -H 'Content-Type: text/csv'`. The first row names the columns: \
                    code, name, baseUnit, class are needed; packs (`strip 10, box 100`), barcode, nie, brand, substance, strength, form, route, \
                    warning, precursor, oftenMisused, owaLimit, owaSource, owaRepeatOnly, atc, kfa, storage, essential, notForSale, \
                    price with priceFrom, hna with hnaFrom may stand beside them; Indonesian names such as kode, nama, satuan, golongan, kemasan, \
                    harga are understood. With `dryRun=true`, as it is where nothing is said, nothing is written and the answer is the same. \
                    rows = entered + changed + unchanged + doubles + refused. Sent again, all rows are unchanged.\
                    """)
    @PostMapping("/products/import")
    ImportReport take(
            @RequestParam UUID cooperativeId,
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestBody byte[] file) {
        return products.take(cooperativeId, RowFile.read(file), dryRun);
    }
}
