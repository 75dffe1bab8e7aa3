package id.lumbung.pharmacy.sale;

enum SaleOutcome {
    ACCEPTED,
    DUPLICATE,
    CONFLICT,
    REFUSED
}
