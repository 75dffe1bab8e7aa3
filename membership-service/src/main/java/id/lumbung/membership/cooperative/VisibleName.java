package id.lumbung.membership.cooperative;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A name that looks like what it is: it has a letter, and no signs that nobody sees. Those (control
 * characters, changes of the writing direction, no-break spaces) make two names out of one, or a
 * paper read otherwise than it was written.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = VisibleName.Check.class)
public @interface VisibleName {

    String message() default "{id.lumbung.membership.VisibleName.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Null is no name, and not judged. */
    final class Check implements ConstraintValidator<VisibleName, String> {

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null
                    || (name.codePoints().anyMatch(Character::isLetter)
                            && name.codePoints().noneMatch(Check::isUnseen));
        }

        private static boolean isUnseen(int sign) {
            return switch (Character.getType(sign)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        true;
                case Character.SPACE_SEPARATOR -> sign != ' ';
                default -> false;
            };
        }
    }
}
