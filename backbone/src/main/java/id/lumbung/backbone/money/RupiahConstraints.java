package id.lumbung.backbone.money;

import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets {@code @PositiveOrZero}, {@code @Max} and their like stand on rupiah. */
@UnwrapByDefault
public final class RupiahConstraints
        implements ValueExtractor<@ExtractedValue(type = Long.class) Rupiah> {

    @Override
    public void extractValues(Rupiah rupiah, ValueReceiver receiver) {
        receiver.value(null, rupiah.amount());
    }
}
