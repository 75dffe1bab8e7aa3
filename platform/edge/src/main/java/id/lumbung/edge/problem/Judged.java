package id.lumbung.edge.problem;

import jakarta.validation.MessageInterpolator;
import jakarta.validation.ValidationException;
import jakarta.validation.metadata.ConstraintDescriptor;
import org.jspecify.annotations.Nullable;

/** What a constraint said no to. */
record Judged(ConstraintDescriptor<?> descriptor, @Nullable Object value)
        implements MessageInterpolator.Context {

    @Override
    public ConstraintDescriptor<?> getConstraintDescriptor() {
        return descriptor;
    }

    @Override
    public @Nullable Object getValidatedValue() {
        return value;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new ValidationException("There is nothing inside");
    }
}
