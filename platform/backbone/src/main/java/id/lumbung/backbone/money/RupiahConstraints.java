package id.lumbung.backbone.money;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

/**
 * Lets {@code @PositiveOrZero}, {@code @Max} and their like stand on rupiah. None says anything of
 * what is missing; that is {@code @NotNull}'s to say, which a value extractor that unwraps by
 * default would keep from being asked.
 */
public final class RupiahConstraints {

    private RupiahConstraints() {}

    /** More than nothing. */
    public static final class More implements ConstraintValidator<Positive, Rupiah> {
        @Override
        public boolean isValid(@Nullable Rupiah rupiah, ConstraintValidatorContext context) {
            return rupiah == null || rupiah.amount() > 0;
        }
    }

    /** Nothing or more. */
    public static final class NotLess implements ConstraintValidator<PositiveOrZero, Rupiah> {
        @Override
        public boolean isValid(@Nullable Rupiah rupiah, ConstraintValidatorContext context) {
            return rupiah == null || rupiah.amount() >= 0;
        }
    }

    /** No more than so much. */
    public static final class AtMost implements ConstraintValidator<Max, Rupiah> {
        private long limit;

        @Override
        public void initialize(Max max) {
            limit = max.value();
        }

        @Override
        public boolean isValid(@Nullable Rupiah rupiah, ConstraintValidatorContext context) {
            return rupiah == null || rupiah.amount() <= limit;
        }
    }

    /** No less than so much. */
    public static final class AtLeast implements ConstraintValidator<Min, Rupiah> {
        private long limit;

        @Override
        public void initialize(Min min) {
            limit = min.value();
        }

        @Override
        public boolean isValid(@Nullable Rupiah rupiah, ConstraintValidatorContext context) {
            return rupiah == null || rupiah.amount() >= limit;
        }
    }
}
