package id.lumbung.pharmacy.licence;

import com.fasterxml.jackson.annotation.JsonProperty;
import id.lumbung.backbone.security.Owned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/**
 * A licence to practise at one outlet. It counts by the date and place of what is done, whenever
 * that is written down.
 *
 * @param holderId the person, as sales name them
 * @param name as it stands on the licence
 * @param number of the licence
 * @param until the last day; null where no end is on record, which is listed and counts as valid
 */
public record Licence(
        @Id UUID id,
        UUID cooperativeId,
        UUID outletId,
        UUID holderId,
        String name,
        LicenceKind kind,
        String number,
        LocalDate from,
        @Nullable LocalDate until,
        Instant recordedAt)
        implements Owned {

    @JsonProperty
    boolean endUnknown() {
        return until == null;
    }

    boolean isValidOn(LocalDate day) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until));
    }

    boolean isOfSameHolder(Licence other) {
        return cooperativeId.equals(other.cooperativeId)
                && outletId.equals(other.outletId)
                && holderId.equals(other.holderId);
    }

    boolean isSameAs(Licence other) {
        return isOfSameHolder(other)
                && id.equals(other.id)
                && name.equals(other.name)
                && kind == other.kind
                && number.equals(other.number)
                && from.equals(other.from)
                && Objects.equals(until, other.until);
    }
}
