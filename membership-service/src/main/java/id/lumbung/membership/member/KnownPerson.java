package id.lumbung.membership.member;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a person; null where nothing is.
 *
 * @param nik sealed for the member; {@code nikMasked} is what may be shown of it
 */
record KnownPerson(
        @Nullable String name,
        @Nullable Binary nik,
        @Nullable String nikMasked,
        @Nullable String phone,
        @Nullable String address,
        @Nullable LocalDate birthDate,
        @Nullable SocialAid aid) {

    private static final List<String> NAMES =
            List.of("name", "nik", "phone", "address", "birthDate", "aid");

    static final KnownPerson NOTHING = new KnownPerson(null, null, null, null, null, null, null);

    /** With what is said in place of what was; what is not spoken of stays. */
    KnownPerson corrected(Particulars said, UUID memberId, LocalDate joinedOn, NikSafe safe) {
        var newNik = said.nik();
        return new KnownPerson(
                either(said.name(), name),
                newNik == null ? nik : safe.seal(memberId, newNik),
                newNik == null ? nikMasked : newNik.masked(),
                emptied(either(said.phone(), phone)),
                emptied(either(said.address(), address)),
                either(said.birthDateOrThatOfTheNik(joinedOn), birthDate),
                either(said.aid(), aid));
    }

    /** The fields that are known, by name. */
    List<String> fields() {
        return List.copyOf(byName().keySet());
    }

    /** The fields in which this differs from another account of the same person. */
    List<String> differences(KnownPerson other) {
        var ours = byName();
        var theirs = other.byName();
        return NAMES.stream()
                .filter(name -> !Objects.equals(ours.get(name), theirs.get(name)))
                .toList();
    }

    private Map<String, Object> byName() {
        var fields = new LinkedHashMap<String, Object>();
        put(fields, "name", name);
        put(fields, "nik", nik);
        put(fields, "phone", phone);
        put(fields, "address", address);
        put(fields, "birthDate", birthDate);
        put(fields, "aid", aid);
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static <T> @Nullable T either(@Nullable T said, @Nullable T known) {
        return said == null ? known : said;
    }

    private static @Nullable String emptied(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "KnownPerson[...]";
    }
}
