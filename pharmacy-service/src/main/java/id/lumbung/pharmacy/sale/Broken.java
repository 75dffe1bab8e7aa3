package id.lumbung.pharmacy.sale;

import id.lumbung.edge.problem.Refusal;
import id.lumbung.retail.discrepancy.Discrepancy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule that a line of a sale breaks.
 *
 * @param line from 0
 * @param figures base units or rupiah, by their names
 * @param indonesian what to do about it
 */
record Broken(
        SaleDiscrepancy kind,
        int line,
        Map<String, Long> figures,
        String indonesian,
        String english) {

    Discrepancy discrepancy(Sale sale) {
        return Discrepancy.of(kind, sale.movementId(line), sale.at(), figures);
    }

    Refusal refusal() {
        var args = new LinkedHashMap<String, Object>(figures);
        args.put("line", line);
        return kind.because(
                "Baris %d: %s. %s".formatted(line, kind.indonesian(), indonesian),
                "Line %d: %s. %s".formatted(line, kind.english(), english),
                args);
    }
}
