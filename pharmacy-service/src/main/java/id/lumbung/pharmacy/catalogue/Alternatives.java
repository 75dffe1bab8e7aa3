package id.lumbung.pharmacy.catalogue;

import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.catalogue.ProductSearch;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands beside a product: its substitutes, and what it is mistaken for. */
@Component
class Alternatives {

    private static final int MAX_ALTERNATIVES = 100;

    private final ProductSearch search;
    private final LookAlikes lookAlikes;

    Alternatives(ProductSearch search, LookAlikes lookAlikes) {
        this.search = search;
        this.lookAlikes = lookAlikes;
    }

    /**
     * @param same the same substance in the same strength, taken the same way
     * @param otherStrengths the same substance otherwise
     */
    record Found(
            List<SameSubstance> same,
            List<SameSubstance> otherStrengths,
            List<Mistaken> mistaken) {}

    Found of(Product product) {
        var medicine = new Medicine(product);
        var others =
                medicine.substance().stream()
                        .flatMap(it ->
                                search
                                        .withTrait(
                                                product.cooperativeId(),
                                                Medicine.SUBSTANCE,
                                                it,
                                                MAX_ALTERNATIVES)
                                        .stream())
                        .filter(it -> !it.id().equals(product.id()))
                        .toList();
        return new Found(
                others.stream()
                        .filter(it -> new Medicine(it).isSubstituteFor(medicine))
                        .map(SameSubstance::of)
                        .toList(),
                others.stream()
                        .filter(it -> !new Medicine(it).isSubstituteFor(medicine))
                        .map(SameSubstance::of)
                        .toList(),
                lookAlikes.of(product.code()).stream()
                        .map(pair -> mistaken(product, pair))
                        .flatMap(Optional::stream)
                        .toList());
    }

    private Optional<Mistaken> mistaken(Product product, LookAlikes.Pair pair) {
        return search.byCode(product.cooperativeId(), pair.other(product.code()))
                .map(it -> new Mistaken(it.id(), it.code(), it.name(), pair.why()));
    }
}
