package id.lumbung.membership.member;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is said about a person; null where nothing is said. Shows nothing of it by itself. */
record Particulars(
        @Nullable String name,
        @Nullable Nik nik,
        @Nullable String phone,
        @Nullable String address,
        @Nullable LocalDate birthDate,
        @Nullable SocialAid aid) {

    /** With another NIK, or none. */
    Particulars withNik(@Nullable Nik other) {
        return new Particulars(name, other, phone, address, birthDate, aid);
    }

    /**
     * As given, else as the NIK has it. They may differ: on many cards the NIK is the wrong one.
     *
     * @param joinedOn tells the century of a birth
     */
    @Nullable LocalDate birthDateOrThatOfTheNik(LocalDate joinedOn) {
        return birthDate != null || nik == null ? birthDate : nik.birthDate(joinedOn);
    }

    /** All of it in one text, the same for the same; each part with its length. */
    String inOneText() {
        return Stream.of(
                        name,
                        nik == null ? null : nik.digits(),
                        phone,
                        address,
                        birthDate,
                        aid == null ? null : aid.kpm(),
                        aid == null ? null : aid.programmes(),
                        aid == null ? null : aid.source(),
                        aid == null ? null : aid.checkedOn())
                .map(part -> Objects.toString(part, ""))
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "Particulars[...]";
    }
}
