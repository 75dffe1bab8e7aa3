package id.lumbung.retail.stock;

/** Base units by place; none is ever negative. */
public record Quantities(long shelf, long returned, long damaged) {

    static final Quantities NONE = new Quantities(0, 0, 0);

    public Quantities {
        if (shelf < 0 || returned < 0 || damaged < 0) {
            throw new IllegalArgumentException(
                    "Less than nothing: %d, %d, %d".formatted(shelf, returned, damaged));
        }
    }

    public long on(Place place) {
        return switch (place) {
            case SHELF -> shelf;
            case RETURNED -> returned;
            case DAMAGED -> damaged;
        };
    }

    public long total() {
        return Math.addExact(shelf, Math.addExact(returned, damaged));
    }

    Quantities plus(Place place, long quantity) {
        return switch (place) {
            case SHELF -> new Quantities(Math.addExact(shelf, quantity), returned, damaged);
            case RETURNED -> new Quantities(shelf, Math.addExact(returned, quantity), damaged);
            case DAMAGED -> new Quantities(shelf, returned, Math.addExact(damaged, quantity));
        };
    }
}
