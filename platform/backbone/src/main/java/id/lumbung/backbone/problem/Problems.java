package id.lumbung.backbone.problem;

import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Every error leaves as RFC 9457 problem details with a sentence that says what to do. What went
 * wrong inside stays in the log, found again by the trace; no class name, no stack trace and no
 * value the caller sent is repeated.
 */
@RestControllerAdvice
public class Problems extends ResponseEntityExceptionHandler {

    /** How the JDK says that a number does not fit. */
    private static final Pattern TOO_LARGE = Pattern.compile("overflow|out of .* range");

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final int LONGEST_FIELD = 60;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{6}");

    /** What is wrong with one field of the body. */
    record FieldProblem(String field, String detail) {}

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        var problem = problem(refusal.status(), refusal.slug(), refusal.detail());
        var answer = ResponseEntity.status(refusal.status());
        if (refusal.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(ConstraintViolationException e) {
        var fields =
                e.getConstraintViolations().stream()
                        .map(violation ->
                                new FieldProblem(
                                        violation.getPropertyPath().toString(),
                                        violation.getMessage()))
                        .toList();
        return ResponseEntity.badRequest().body(invalid(fields));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadableQuery(InvalidParameterException e) {
        return ResponseEntity.badRequest()
                .body(
                        problem(
                                HttpStatus.BAD_REQUEST,
                                "unreadable",
                                "The query or form cannot be read: a %-escape in it is no character. Encode it anew."));
    }

    /**
     * Amounts that no {@code long} holds are the caller's; any other arithmetic is a fault here.
     */
    @ExceptionHandler
    @Nullable ResponseEntity<Object> tooLarge(ArithmeticException e, WebRequest request)
            throws Exception {
        if (e.getMessage() == null || !TOO_LARGE.matcher(e.getMessage()).find()) {
            return unforeseen(e, request);
        }
        return handleExceptionInternal(
                e,
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "too-large",
                        "The amounts together exceed %d rupiah; check their units."
                                .formatted(Long.MAX_VALUE)),
                new HttpHeaders(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                request);
    }

    @ExceptionHandler({MongoException.class, DataAccessResourceFailureException.class})
    ResponseEntity<ProblemDetail> databaseAway(Exception e) {
        log.warn("The database did not take it: {}", inBrief(e));
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(
                        problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "database-unavailable",
                                "The database did not answer. Whether this was written is not known: send the same again, under the same id, in a few seconds."));
    }

    @ExceptionHandler
    @Nullable ResponseEntity<Object> unforeseen(Exception e, WebRequest request) throws Exception {
        var status = AnnotationUtils.findAnnotation(e.getClass(), ResponseStatus.class);
        if (e.getClass().getName().startsWith("org.springframework.security.") || status != null) {
            throw e;
        }
        log.error("Unforeseen, trace {}", TraceContext.current(), RedactedThrowable.of(e));
        return handleExceptionInternal(
                e,
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "unforeseen",
                        "Something went wrong here, not with you. Report the traceparent of this answer."),
                new HttpHeaders(),
                HttpStatus.INTERNAL_SERVER_ERROR,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var fields =
                e.getBindingResult().getFieldErrors().stream()
                        .map(error ->
                                new FieldProblem(
                                        error.getField(),
                                        String.valueOf(error.getDefaultMessage())))
                        .toList();
        return handleExceptionInternal(e, invalid(fields), headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var fields =
                e.getParameterValidationResults().stream()
                        .flatMap(result ->
                                result.getResolvableErrors().stream()
                                        .map(error ->
                                                new FieldProblem(
                                                        error instanceof FieldError field
                                                                ? field.getField()
                                                                : String.valueOf(
                                                                        result.getMethodParameter()
                                                                                .getParameterName()),
                                                        String.valueOf(error.getDefaultMessage()))))
                        .toList();
        return handleExceptionInternal(
                e, invalid(fields), headers, HttpStatus.BAD_REQUEST, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return nothingHere(e, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return nothingHere(e, headers, status, request);
    }

    private @Nullable ResponseEntity<Object> nothingHere(
            Exception e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var problem =
                problem(
                        HttpStatus.NOT_FOUND,
                        "not-found",
                        ProblemErrorController.detail(HttpStatus.NOT_FOUND));
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var tooLarge = BodyLimit.TooLarge.in(e);
        if (tooLarge != null) {
            var problem = BodyLimit.problem(tooLarge.limit());
            return handleExceptionInternal(
                    e, problem, headers, HttpStatus.CONTENT_TOO_LARGE, request);
        }
        var problem = problem(HttpStatus.BAD_REQUEST, "unreadable", unreadable(e.getCause()));
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var name =
                e.getPropertyName() == null
                        ? "A value in the path or query"
                        : "'" + e.getPropertyName() + "'";
        var problem =
                problem(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        "%s must be %s.".formatted(name, kind(e.getRequiredType())));
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpRequestMethodNotSupported(
            HttpRequestMethodNotSupportedException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                problem(
                        HttpStatus.METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "This method is not for this address. See the Allow header, and /v3/api-docs.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMediaTypeNotSupported(
            HttpMediaTypeNotSupportedException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var problem =
                problem(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media",
                        "Send the body as JSON, with the header Content-Type: application/json.");
        return handleExceptionInternal(e, problem, headers, status, request);
    }

    /** What is wrong with a body, for the one who sent it. */
    public static String unreadable(@Nullable Throwable cause) {
        return switch (cause) {
            case null -> "The body is missing. Send a JSON object.";
            case UnrecognizedPropertyException e ->
                    "The field '%s' is not known. Known here: %s. Check the spelling; nothing was recorded."
                            .formatted(
                                    path(e),
                                    e.getKnownPropertyIds() == null
                                            ? "none"
                                            : e.getKnownPropertyIds().stream()
                                                    .map(String::valueOf)
                                                    .sorted()
                                                    .collect(Collectors.joining(", ")));
            case InvalidFormatException e ->
                    "'%s' must be %s.".formatted(path(e), kind(e.getTargetType()));
            case MismatchedInputException e when !e.getPath().isEmpty() ->
                    "'%s' must be %s.".formatted(path(e), kind(e.getTargetType()));
            case JacksonException e when !e.getPath().isEmpty() ->
                    "'%s' cannot be read%s.".formatted(path(e), position(e));
            case JacksonException e ->
                    "The body is not the JSON that is expected here%s.".formatted(position(e));
            default -> "The body cannot be read. Send a JSON object.";
        };
    }

    /** What a server refuses it repeats, whatever stands in it; of that only the code is kept. */
    private static String inBrief(Exception e) {
        return e instanceof MongoServerException server
                ? "%s, code %d, from %s"
                        .formatted(
                                e.getClass().getSimpleName(),
                                server.getCode(),
                                server.getServerAddress())
                : e.toString();
    }

    private static String position(JacksonException e) {
        var location = e.getLocation();
        return location == null || location.getLineNr() < 0
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getPropertyName() != null
                                ? "." + shown(step.getPropertyName())
                                : "[" + step.getIndex() + "]")
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** A field's name as it was sent, unless somebody wrote a number of a person there. */
    private static String shown(String field) {
        return field.length() > LONGEST_FIELD || NUMBER.matcher(field).find() ? "?" : field;
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "of another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> "a UUID such as 019ab1c2-0000-7000-8000-000000000001";
            case "Instant" -> "an instant in UTC such as 2026-01-31T02:15:00.000Z";
            case "LocalDate" -> "a date such as 2026-01-31";
            case "Rupiah" -> "whole rupiah, a JSON integer such as 12500";
            case "long", "Long", "int", "Integer" ->
                    "a whole number that fits, written without quotes or decimals";
            case "String" -> "a text";
            case "List", "ArrayList" -> "a list";
            case "ZoneId" -> "a time zone such as Asia/Jakarta";
            default -> "a JSON " + (type.isRecord() ? "object" : "value of another type");
        };
    }

    private static ProblemDetail invalid(List<FieldProblem> fields) {
        var detail =
                fields.stream()
                        .map(field -> "'%s' %s".formatted(field.field(), field.detail()))
                        .sorted()
                        .collect(Collectors.joining("; "));
        var problem =
                problem(HttpStatus.BAD_REQUEST, "invalid", "Mend and send again: " + detail + ".");
        problem.setProperty("errors", fields);
        return problem;
    }

    public static ProblemDetail problem(HttpStatus status, String slug, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:lumbung:" + slug.toLowerCase(Locale.ROOT)));
        problem.setTitle(status.getReasonPhrase());
        return problem;
    }
}
