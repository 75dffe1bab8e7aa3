package id.lumbung.pharmacy.catalogue;

import id.lumbung.backbone.money.Rupiah;
import id.lumbung.retail.catalogue.CeilingPrice;
import id.lumbung.retail.catalogue.DatedPrice;
import id.lumbung.retail.catalogue.Product;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The prices that stand in a row. */
record ImportedPrices(ImportColumns columns) {

    private static final Pattern RUPIAH =
            Pattern.compile(
                    "(?:[Rr][Pp]\\.?\\s*)?(\\d{1,12}|\\d{1,3}(?:\\.\\d{3}){1,3})(?:,00|,-)?");

    /** The product with the prices of the row. */
    Product priced(Product product) {
        var after = product;
        var price = price();
        if (price.isPresent()) {
            after = after.priced(price.get(), null);
        }
        var ceiling = ceiling(product);
        return ceiling.isPresent() ? after.capped(ceiling.get()) : after;
    }

    private Optional<DatedPrice> price() {
        return columns.cell("price").isEmpty()
                ? Optional.empty()
                : Optional.of(new DatedPrice(1, rupiah("price"), day("pricefrom"), null));
    }

    /** The list price is that of the largest pack. */
    private Optional<CeilingPrice> ceiling(Product product) {
        if (columns.cell("hna").isEmpty()) {
            return Optional.empty();
        }
        var packs = product.packs().packs();
        var units = packs.isEmpty() ? 1 : packs.getLast().units();
        return Optional.of(new CeilingPrice(day("hnafrom"), rupiah("hna"), units, false));
    }

    private Rupiah rupiah(String column) {
        var match = RUPIAH.matcher(columns.cell(column));
        if (!match.matches()) {
            throw columns.unreadable(
                    column, "rupiah bulat, misalnya 12500", "whole rupiah, such as 12500");
        }
        return Rupiah.of(Long.parseLong(match.group(1).replace(".", "")));
    }

    private LocalDate day(String column) {
        try {
            var day = LocalDate.parse(columns.cell(column));
            if (day.getYear() >= 2000 && day.getYear() <= 2100) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Said below.
        }
        throw columns.unreadable(column, "tanggal 2026-03-01", "a date such as 2026-03-01");
    }
}
