package id.lumbung.edge.problem;

import id.lumbung.edge.web.BodyTooLargeException;
import id.lumbung.edge.web.TraceContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Every exception leaves as problem details with a sentence that says what to do. What went wrong
 * inside stays in the log, found again by the trace; no class name, no stack trace and no value the
 * caller sent is repeated.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class Problems extends ResponseEntityExceptionHandler {

    /** How the JDK says that a number does not fit. */
    private static final Pattern OVERFLOW = Pattern.compile("overflow|out of .* range");

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    @Nullable ResponseEntity<Object> refused(Refusal refusal, WebRequest request) {
        return answer(refusal.problem(), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> invalid(ConstraintViolationException e, WebRequest request) {
        var fields = e.getConstraintViolations().stream().map(ConstraintWords::of).toList();
        return answer(invalid(fields), new HttpHeaders(), request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unreadable(InvalidParameterException e, WebRequest request) {
        return answer(
                ProblemType.UNREADABLE
                        .problem()
                        .saying(
                                new Bilingual(
                                        "Kueri atau formulir tidak dapat dibaca: ada %-escape yang bukan karakter. Kodekan ulang.",
                                        "The query or form cannot be read: a %-escape in it is no character. Encode it anew.")),
                new HttpHeaders(),
                request);
    }

    /**
     * Amounts that no {@code long} holds are the caller's; any other arithmetic is a fault here.
     */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> tooLarge(ArithmeticException e, WebRequest request)
            throws Exception {
        return e.getMessage() != null && OVERFLOW.matcher(e.getMessage()).find()
                ? answer(
                        ProblemType.AMOUNT_TOO_LARGE.problem(Long.MAX_VALUE),
                        new HttpHeaders(),
                        request)
                : unforeseen(e, request);
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unforeseen(Exception e, WebRequest request) throws Exception {
        var status = AnnotationUtils.findAnnotation(e.getClass(), ResponseStatus.class);
        if (e.getClass().getName().startsWith("org.springframework.security.") || status != null) {
            throw e;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            log.debug("The caller left before the answer", e);
            return null;
        }
        log.error("Unforeseen, trace {}", TraceContext.current(), RedactedThrowable.of(e));
        return answer(ProblemType.UNFORESEEN.problem(), new HttpHeaders(), request);
    }

    /** What Spring MVC refuses; of its own words nothing is repeated. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode code,
            WebRequest request) {
        return answer(problem(e, code), headers, request);
    }

    private static Problem problem(Exception e, HttpStatusCode code) {
        return switch (e) {
            case MethodArgumentNotValidException it ->
                    invalid(
                            it.getBindingResult().getFieldErrors().stream()
                                    .map(error ->
                                            new FieldProblem(
                                                    error.getField(),
                                                    words(() ->
                                                            error.unwrap(
                                                                    ConstraintViolation.class))))
                                    .toList());
            case HandlerMethodValidationException it -> invalid(parameters(it));
            case HttpMessageNotReadableException it -> unreadable(it);
            case TypeMismatchException it ->
                    ProblemType.UNREADABLE
                            .problem()
                            .saying(JsonComplaint.mustBe(name(it), it.getRequiredType()));
            default -> {
                var status = HttpStatus.resolve(code.value());
                yield Problem.of(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
            }
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException tooLarge) {
                return ProblemType.TOO_LARGE.problem(tooLarge.limit());
            }
        }
        return ProblemType.UNREADABLE.problem().saying(JsonComplaint.of(e.getCause()));
    }

    private static String name(TypeMismatchException e) {
        return e.getPropertyName() == null ? "path/query" : "'" + e.getPropertyName() + "'";
    }

    private static List<FieldProblem> parameters(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result ->
                        result.getResolvableErrors().stream()
                                .map(error ->
                                        new FieldProblem(
                                                error instanceof FieldError field
                                                        ? field.getField()
                                                        : String.valueOf(
                                                                result.getMethodParameter()
                                                                        .getParameterName()),
                                                words(() ->
                                                        result.unwrap(
                                                                error,
                                                                ConstraintViolation.class)))))
                .toList();
    }

    /**
     * @param violation throws where it was no constraint that said no
     */
    private static Bilingual words(Supplier<ConstraintViolation> violation) {
        try {
            return ConstraintWords.of(violation.get()).detail();
        } catch (IllegalArgumentException _) {
            return ConstraintWords.NOT_KNOWN;
        }
    }

    private static Problem invalid(List<FieldProblem> fields) {
        return ProblemType.INVALID
                .problem()
                .saying(FieldProblem.toCorrect(fields))
                .with("errors", fields);
    }

    /** Written by the problem itself, which ends the request's body first where it has to. */
    private static @Nullable ResponseEntity<Object> answer(
            Problem problem, HttpHeaders headers, WebRequest request) {
        var web = (ServletWebRequest) request;
        var response = Objects.requireNonNull(web.getResponse());
        try {
            headers.forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
            problem.send(web.getRequest(), response);
        } catch (IOException e) {
            log.debug("The caller left before the answer", e);
        }
        return null;
    }
}
