package id.lumbung.pharmacy.sale;

import id.lumbung.pharmacy.catalogue.Products;
import id.lumbung.pharmacy.licence.Capability;
import id.lumbung.pharmacy.licence.OutletProfile;
import id.lumbung.pharmacy.licence.OutletProfiles;
import id.lumbung.pharmacy.licence.OutletStatus;
import id.lumbung.pharmacy.licence.OutletTerm;
import id.lumbung.retail.catalogue.Product;
import id.lumbung.retail.discrepancy.Discrepancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Which rules a sale of medicines breaks, by the outlet's date of the sale and the catalogue and
 * licences as they stand: the same whenever and in whatever order sales become known.
 */
@Component
public class SaleRules {

    private final Products products;
    private final OutletProfiles profiles;
    private final LicenceRules licences;

    SaleRules(Products products, OutletProfiles profiles, LicenceRules licences) {
        this.products = products;
        this.profiles = profiles;
        this.licences = licences;
    }

    /** What does not fit in a sale that was made. */
    public List<Discrepancy> discrepancies(Sale sale) {
        return broken(sale).map(it -> it.discrepancy(sale)).toList();
    }

    /**
     * @throws id.lumbung.edge.problem.Refusal when it breaks a rule that a sale must keep
     */
    void require(Sale sale) {
        broken(sale)
                .filter(it -> it.kind().isRefused())
                .findFirst()
                .ifPresent(it -> {
                    throw it.refusal();
                });
    }

    private Stream<Broken> broken(Sale sale) {
        var profile = profiles.of(sale.cooperativeId(), sale.outletId());
        var day = profile.shop().dateAt(sale.at());
        return IntStream.range(0, sale.lines().size())
                .boxed()
                .flatMap(i -> broken(sale, i, profile, day));
    }

    private Stream<Broken> broken(Sale sale, int place, OutletProfile profile, LocalDate day) {
        var id = sale.lines().get(place).productId();
        if (id == null) {
            return profile.terms().isEmpty()
                    ? Stream.of()
                    : Stream.of(LineFaults.freeText(sale, place));
        }
        var term = profile.on(day);
        var isShut = term.filter(it -> it.status() == OutletStatus.NOT_OPEN).isPresent();
        return Stream.concat(
                isShut ? Stream.of(LineFaults.notOpen(place)) : Stream.of(),
                find(sale, id)
                        .map(it -> ofProduct(sold(sale, place, it, day, term)))
                        .orElseGet(() -> Stream.of(LineFaults.unknown(place))));
    }

    private Optional<Product> find(Sale sale, UUID id) {
        return products.find(sale.cooperativeId(), id);
    }

    private static SoldMedicine sold(
            Sale sale, int place, Product product, LocalDate day, Optional<OutletTerm> term) {
        var capability = term.map(OutletTerm::capability).orElse(Capability.GERAI_OTC);
        return new SoldMedicine(sale, place, product, day, capability);
    }

    private Stream<Broken> ofProduct(SoldMedicine sold) {
        return Stream.of(
                        sold.product().isSold()
                                ? Stream.<Broken>of()
                                : Stream.of(LineFaults.notSold(sold)),
                        PrescriptionRules.broken(sold).stream(),
                        licences.broken(sold).stream(),
                        PriceRules.broken(sold))
                .flatMap(it -> it);
    }
}
