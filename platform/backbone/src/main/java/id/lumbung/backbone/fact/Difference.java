package id.lumbung.backbone.fact;

import id.lumbung.backbone.money.Rupiah;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The first field in which two facts under one id differ. Values are shown of amounts, counts and
 * times only: a text or an id may say who bought what.
 *
 * @param field as it is named in what was sent, such as {@code lines[0].amount}
 * @param recorded null where none is, or none is shown
 * @param sent null where none was, or none is shown
 */
record Difference(String field, boolean isShown, @Nullable Object recorded, @Nullable Object sent) {

    /** Nothing where they are the same but for when they were recorded. */
    static Optional<Difference> between(Fact first, Fact again) {
        return between("", (Record) first, (Record) again.recorded(first.recordedAt()));
    }

    private static Optional<Difference> between(String path, Record first, Record again) {
        for (var component : first.getClass().getRecordComponents()) {
            var recorded = value(component, first);
            var sent = value(component, again);
            if (!Objects.equals(recorded, sent)) {
                return Optional.of(of(path + component.getName(), recorded, sent));
            }
        }
        return Optional.empty();
    }

    private static Difference of(String field, @Nullable Object recorded, @Nullable Object sent) {
        if (recorded instanceof List<?> one && sent instanceof List<?> other) {
            if (one.size() != other.size()) {
                return new Difference(field + ".length", true, one.size(), other.size());
            }
            for (var i = 0; i < one.size(); i++) {
                if (one.get(i) instanceof Record first
                        && other.get(i) instanceof Record second
                        && !first.equals(second)) {
                    return between("%s[%d].".formatted(field, i), first, second).orElseThrow();
                }
            }
        }
        return new Difference(
                field, isShowable(recorded) && isShowable(sent), plain(recorded), plain(sent));
    }

    private static boolean isShowable(@Nullable Object value) {
        return value == null
                || value instanceof Rupiah
                || value instanceof Number
                || value instanceof Instant
                || value instanceof LocalDate;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Rupiah rupiah -> rupiah.amount();
            case Number number -> number;
            default -> value.toString();
        };
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's components can be read", e);
        }
    }

    /** For programs: the field, and both values where they are shown. */
    Map<String, Object> args() {
        var args = new LinkedHashMap<String, Object>();
        args.put("field", field);
        if (isShown) {
            args.put("recorded", recorded == null ? "none" : recorded);
            args.put("sent", sent == null ? "none" : sent);
        }
        return args;
    }

    String english() {
        return isShown
                ? "'%s': %s is recorded, %s was sent"
                        .formatted(field, orNone(recorded, "none"), orNone(sent, "none"))
                : "'%s'".formatted(field);
    }

    String indonesian() {
        return isShown
                ? "'%s': tercatat %s, dikirim %s"
                        .formatted(field, orNone(recorded, "kosong"), orNone(sent, "kosong"))
                : "'%s'".formatted(field);
    }

    private static Object orNone(@Nullable Object value, String none) {
        return value == null ? none : value;
    }
}
