package id.lumbung.embeddedmongodb;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Sorts what no index gives in order. */
final class DocumentSort {

    private DocumentSort() {}

    /**
     * The first of all documents, in order. Keeps no more than twice the documents wanted in
     * memory; all of them if {@code wanted} is 0.
     */
    static List<Document> first(Iterator<Document> found, Comparator<Document> order, int wanted) {
        List<Document> sorted = new ArrayList<>();
        while (found.hasNext()) {
            var _ = sorted.add(found.next());
            if (wanted > 0 && sorted.size() >= 2L * wanted + 64) {
                sorted.sort(order);
                sorted.subList(wanted, sorted.size()).clear();
            }
        }
        sorted.sort(order);
        return sorted;
    }
}
