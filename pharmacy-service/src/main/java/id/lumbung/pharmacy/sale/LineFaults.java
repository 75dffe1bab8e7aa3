package id.lumbung.pharmacy.sale;

import java.util.Map;

/** What can be wrong with a line whatever its medicine is. */
final class LineFaults {

    private LineFaults() {}

    static Broken freeText(Sale sale, int place) {
        var line = sale.lines().get(place);
        return new Broken(
                SaleDiscrepancy.FREE_TEXT,
                place,
                Map.of("quantity", (long) line.quantity(), "amount", line.amount().amount()),
                "",
                "");
    }

    static Broken notOpen(int place) {
        return new Broken(
                SaleDiscrepancy.OUTLET_NOT_OPEN,
                place,
                Map.of(),
                "Manajer menyatakan gerai dibuka lebih dahulu.",
                "The manager says first that it is open.");
    }

    static Broken unknown(int place) {
        return new Broken(
                SaleDiscrepancy.PRODUCT_NOT_IN_CATALOGUE,
                place,
                Map.of(),
                "Perbarui katalog di perangkat.",
                "Bring the device's catalogue up to date.");
    }

    static Broken notSold(SoldMedicine sold) {
        return new Broken(
                SaleDiscrepancy.NOT_FOR_SALE,
                sold.place(),
                Map.of(),
                "Ini stok program.",
                "It is stock of a programme.");
    }
}
