package id.lumbung.backbone.audit;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A reason stays in the audit for ever: it is no place for personal data. */
@NotBlank
@Size(max = 300)
@Pattern(
        regexp = "(?s)(?!.*[0-9]{7}).*",
        message = "{id.lumbung.backbone.audit.AuditReason.numbers}")
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
public @interface AuditReason {

    String message() default "{id.lumbung.backbone.audit.AuditReason.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
