package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.ProductSearch.Change;
import java.util.List;

/**
 * Products that changed, in the order of their changes.
 *
 * @param since what to ask for next
 * @param more whether there is more at once
 */
record CataloguePage(List<ProductView> products, long since, boolean more) {

    static CataloguePage of(List<Change> changes, long since, int limit) {
        return new CataloguePage(
                changes.stream().map(it -> ProductView.of(it.product())).toList(),
                changes.isEmpty() ? since : changes.getLast().number(),
                changes.size() == limit);
    }
}
