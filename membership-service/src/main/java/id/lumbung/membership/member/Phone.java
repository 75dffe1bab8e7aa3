package id.lumbung.membership.member;

/** How telephone numbers are written down. */
final class Phone {

    static final String FORM = "\\+?[0-9][0-9 -]{5,19}";
    static final String MESSAGE = "{id.lumbung.membership.phone}";

    private Phone() {}
}
