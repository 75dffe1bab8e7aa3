package id.lumbung.shu.statement;

import id.lumbung.backbone.money.Rupiah;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** How figures, dates and names are written in one language. What the templates call on. */
public final class Wording {

    private final MessageSource messages;
    private final Locale locale;
    private final DateTimeFormatter dates;
    private final char grouping;
    private final char decimal;

    Wording(MessageSource messages, Locale locale) {
        this.messages = messages;
        this.locale = locale;
        this.dates = DateTimeFormatter.ofPattern("d MMMM yyyy", locale);
        this.grouping = isEnglish() ? ',' : '.';
        this.decimal = isEnglish() ? '.' : ',';
    }

    private boolean isEnglish() {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }

    public String language() {
        return locale.toLanguageTag();
    }

    /** Such as Rp1.234.567, or Rp1,234,567 in English. */
    public String rupiah(Rupiah amount) {
        var number = number(amount.amount());
        return number.startsWith("-") ? "-Rp" + number.substring(1) : "Rp" + number;
    }

    public String number(long number) {
        var digits = Long.toString(number);
        var text = new StringBuilder(digits.length() * 4 / 3 + 1);
        var sign = number < 0 ? 1 : 0;
        for (var i = 0; i < digits.length(); i++) {
            if (i > sign && (digits.length() - i) % 3 == 0) {
                text.append(grouping);
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }

    /** Basis points as percent, such as 12,50%. */
    public String percent(long basisPoints) {
        return "" + basisPoints / 100 + decimal + twoDigits(basisPoints % 100) + "%";
    }

    /** Written by hand: a format would write the digits of the machine's language. */
    private static String twoDigits(long hundredths) {
        return hundredths < 10 ? "0" + hundredths : Long.toString(hundredths);
    }

    /** A part of a whole as percent, rounded to hundredths. */
    public String percent(long part, long whole) {
        return whole <= 0
                ? percent(0)
                : percent(
                        BigDecimal.valueOf(part)
                                .multiply(BigDecimal.valueOf(10_000))
                                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                                .longValueExact());
    }

    /**
     * own / all × pool before it is rounded to whole rupiah: with two decimals and dots behind
     * where it does not end there.
     */
    public String product(Rupiah own, Rupiah all, Rupiah pool) {
        if (all.amount() == 0) {
            return number(0);
        }
        var product = BigDecimal.valueOf(own.amount()).multiply(BigDecimal.valueOf(pool.amount()));
        var whole = BigDecimal.valueOf(all.amount());
        var cut = product.divide(whole, 2, RoundingMode.DOWN);
        var text =
                number(cut.longValue())
                        + decimal
                        + twoDigits(cut.remainder(BigDecimal.ONE).unscaledValue().longValue());
        if (cut.multiply(whole).compareTo(product) != 0) {
            return text + "…";
        }
        return cut.stripTrailingZeros().scale() <= 0 ? number(cut.longValue()) : text;
    }

    /** Width of a bar as CSS, in tenths of a percent of the largest. */
    public String width(Rupiah amount, Rupiah largest) {
        if (largest.amount() <= 0 || amount.amount() <= 0) {
            return "width:0";
        }
        var tenths =
                BigDecimal.valueOf(amount.amount())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(largest.amount()), 1, RoundingMode.HALF_UP);
        return "width:" + tenths + "%";
    }

    public String date(LocalDate date) {
        return dates.format(date);
    }

    public String zone(ZoneId zone) {
        return String.valueOf(
                messages.getMessage("zone." + zone.getId(), null, zone.getId(), locale));
    }

    /** The word for an enum's value, or for each of several, with commas between. */
    public String word(String group, @Nullable Enum<?> value) {
        return value == null ? "" : message(group + "." + value.name());
    }

    public String words(String group, Collection<? extends Enum<?>> values) {
        return values.isEmpty()
                ? message("none")
                : values.stream()
                        .sorted(Comparator.comparingInt(Enum::ordinal))
                        .map(value -> word(group, value))
                        .collect(Collectors.joining(", "));
    }

    /** A fund's name: known ones in this language, free ones as they were given. */
    public String fund(String name) {
        // A free name is no pattern: it may hold braces and apostrophes.
        return isKnownFund(name) ? message("fund." + name) : text(name);
    }

    private boolean isKnownFund(String name) {
        return messages.getMessage("fund." + name, null, null, locale) != null;
    }

    public String phu(PhuLine line) {
        return text(isEnglish() ? line.labelEn() : line.labelId());
    }

    public String name(@Nullable String name) {
        return name == null || name.isBlank() ? message("name.unknown") : text(name);
    }

    /** Without what no page can hold: control characters and halves of characters. */
    public String text(@Nullable String text) {
        return text == null
                ? ""
                : text.codePoints()
                        .map(c ->
                                Character.isISOControl(c)
                                                || Character.getType(c) == Character.SURROGATE
                                                || (c & 0xFFFE) == 0xFFFE
                                        ? ' '
                                        : c)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString()
                        .strip();
    }

    private String message(String key) {
        return messages.getMessage(key, null, locale);
    }
}
