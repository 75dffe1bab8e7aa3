package id.lumbung.pharmacy.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The strength as a product's name says it, against the strength as its column does. */
final class NamedStrength {

    private static final Pattern AMOUNT =
            Pattern.compile(
                    "([1-9]\\d{0,2}(?:\\.\\d{3})+|\\d+(?:[.,]\\d+)?)\\s*(mcg|mg|g|iu|%)(?![\\p{L}])");

    private NamedStrength() {}

    /**
     * Whether the name says as many amounts of the strength's units as the strength has, and
     * others. A name that says fewer, or what a bottle holds, says nothing against it.
     */
    static boolean contradict(String name, String strength) {
        var wanted =
                Pattern.compile("\\+")
                        .splitAsStream(strength)
                        .map(part -> part.split("/", 2)[0])
                        .flatMap(part -> amounts(part).stream())
                        .toList();
        var units = wanted.stream().map(NamedStrength::unit).collect(Collectors.toSet());
        var named = amounts(name).stream().filter(it -> units.contains(unit(it))).toList();
        return named.size() == wanted.size() && !named.equals(wanted) && !wanted.isEmpty();
    }

    private static List<String> amounts(String text) {
        var amounts = new ArrayList<String>();
        var match = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        while (match.find()) {
            amounts.add(number(match.group(1)).toPlainString() + " " + match.group(2));
        }
        return amounts;
    }

    /** Points part thousands where nothing but thousands can be meant. */
    private static BigDecimal number(String text) {
        var plain =
                text.matches("[1-9]\\d{0,2}(\\.\\d{3})+")
                        ? text.replace(".", "")
                        : text.replace(',', '.');
        return new BigDecimal(plain).stripTrailingZeros();
    }

    private static String unit(String amount) {
        return amount.substring(amount.indexOf(' '));
    }
}
