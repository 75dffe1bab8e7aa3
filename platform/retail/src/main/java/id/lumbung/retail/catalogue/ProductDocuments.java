package id.lumbung.retail.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * How products lie in the database: each with the words by which it is found, and the keys that no
 * other product of the cooperative may have.
 *
 * @param searched traits whose words a product is found by, beside its name and code
 */
record ProductDocuments(MongoConverter converter, List<String> searched) {

    static final String KEYS = "keys";
    static final String WORDS = "words";
    static final String CHANGE = "change";

    static String codeKey(UUID cooperativeId, String code) {
        return cooperativeId + "/c/" + code;
    }

    static String barcodeKey(UUID cooperativeId, Barcode barcode) {
        return cooperativeId + "/b/" + barcode.gtin();
    }

    Document write(Product product, long change) {
        var document = new Document();
        converter.write(product, document);
        var numbered = product.cooperativeId() + "/n/" + change;
        var keys = Stream.concat(keys(product).stream(), Stream.of(numbered)).toList();
        return document.append(KEYS, keys).append(WORDS, words(product)).append(CHANGE, change);
    }

    Product read(Document document) {
        return converter.read(Product.class, document);
    }

    /** Its code and its barcodes. */
    static List<String> keys(Product product) {
        var of = product.cooperativeId();
        return Stream.concat(
                        Stream.of(codeKey(of, product.code())),
                        product.barcodes().stream().map(barcode -> barcodeKey(of, barcode)))
                .distinct()
                .toList();
    }

    private List<String> words(Product product) {
        var texts =
                Stream.concat(
                        Stream.of(product.name(), product.code()),
                        searched.stream().map(product.traits()::get).filter(Objects::nonNull));
        return SearchWords.of(Stream.concat(texts, product.barcodes().stream().map(Barcode::gtin)));
    }
}
