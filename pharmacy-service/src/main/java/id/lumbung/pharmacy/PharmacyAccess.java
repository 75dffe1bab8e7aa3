package id.lumbung.pharmacy;

import static id.lumbung.backbone.security.AccessTable.body;
import static id.lumbung.backbone.security.AccessTable.inCode;
import static id.lumbung.backbone.security.AccessTable.query;
import static id.lumbung.backbone.security.Role.CASHIER;
import static id.lumbung.backbone.security.Role.MANAGER;
import static id.lumbung.backbone.security.Role.MEMBER;
import static id.lumbung.backbone.security.Role.OUTLET;
import static id.lumbung.backbone.security.Role.PHARMACIST;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may do what in the pharmacy. */
@Configuration(proxyBeanMethods = false)
class PharmacyAccess {

    private static final Role[] COUNTER = {OUTLET, CASHIER, PHARMACIST};

    /** A person, not a device, says when a sale was made, and what became of the money. */
    private static final Role[] SETTLERS = {CASHIER, PHARMACIST};

    /** Who bought which medicine is the outlet's and the member's to know, and nobody else's. */
    private static final Role[] READERS = {OUTLET, CASHIER, PHARMACIST, MEMBER};

    /** Stock tells nothing of who bought it. */
    private static final Role[] STOCKKEEPERS = {OUTLET, CASHIER, PHARMACIST, MANAGER};

    /** A person, not a device, consents to what another has proposed. */
    private static final Role[] SECOND_PERSONS = {PHARMACIST, MANAGER};

    @Bean
    AccessTable pharmacyTable() {
        return AccessTable.of(
                body(PUT, "/sales/{id}", COUNTER),
                inCode(POST, "/sales/batch", COUNTER),
                inCode(GET, "/sales/{id}", READERS),
                query(GET, "/sales", COUNTER),
                query(GET, "/sales/by-code/{code}", COUNTER),
                inCode(GET, "/sales/{id}/receipt", READERS),
                inCode(GET, "/sales/{id}/receipt.pdf", READERS),
                inCode(GET, "/outlets/{outletId}/days/{day}", COUNTER),
                body(PUT, "/till-days/{day}", COUNTER),
                body(PUT, "/till-days/{day}/close", SETTLERS),
                query(GET, "/till-days/{day}", STOCKKEEPERS),
                query(GET, "/sales/doubtful-times", SETTLERS),
                inCode(PUT, "/sales/{id}/time", SETTLERS),
                body(PUT, "/returns/{id}", COUNTER),
                inCode(GET, "/returns/{id}", READERS),
                query(GET, "/returns/refused", COUNTER),
                inCode(PUT, "/returns/refused/{id}", SETTLERS),
                body(PUT, "/products/{id}", MANAGER),
                body(PUT, "/products/{id}/prices/{from}", MANAGER),
                body(PUT, "/products/{id}/ceilings/{from}", MANAGER),
                query(POST, "/products/import", MANAGER),
                query(GET, "/products", STOCKKEEPERS),
                query(GET, "/products/{id}", STOCKKEEPERS),
                query(GET, "/products/{id}/price", STOCKKEEPERS),
                query(GET, "/products/{id}/alternatives", STOCKKEEPERS),
                inCode(GET, "/outlets/{outletId}/catalogue", STOCKKEEPERS),
                body(PUT, "/outlet-profile", MANAGER),
                query(GET, "/outlet-profile", STOCKKEEPERS),
                body(PUT, "/licences/{id}", MANAGER),
                query(GET, "/licences", STOCKKEEPERS),
                body(PUT, "/stock/acts/{id}", STOCKKEEPERS),
                inCode(PUT, "/stock/acts/{id}/consent", SECOND_PERSONS),
                inCode(GET, "/stock/acts/{id}", STOCKKEEPERS),
                query(GET, "/stock/proposals", STOCKKEEPERS),
                query(GET, "/stock/balances", STOCKKEEPERS),
                query(GET, "/stock/cards/{productId}", STOCKKEEPERS),
                query(GET, "/stock/picks", STOCKKEEPERS),
                query(GET, "/stock/near-expiry", STOCKKEEPERS),
                query(GET, "/stock/unusable", STOCKKEEPERS),
                query(GET, "/stock/at-risk", STOCKKEEPERS),
                query(GET, "/stock/low", STOCKKEEPERS),
                query(GET, "/stock/out", STOCKKEEPERS),
                query(GET, "/stock/recalls", SECOND_PERSONS),
                body(PUT, "/stock/orders/{id}", STOCKKEEPERS),
                inCode(GET, "/stock/orders/{id}", STOCKKEEPERS),
                query(GET, "/discrepancies", STOCKKEEPERS),
                body(PUT, "/discrepancies/{id}/settlement", SECOND_PERSONS));
    }
}
