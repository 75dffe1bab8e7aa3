package id.lumbung.backbone.security;

import id.lumbung.edge.problem.ProblemType;
import id.lumbung.edge.problem.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Lets a request through to its controller only where the table has a row that lets it. */
final class AccessCheck implements HandlerInterceptor {

    private static final Logger log = LoggerFactory.getLogger(AccessCheck.class);

    private final AccessTable table;

    AccessCheck(AccessTable table) {
        this.table = table;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws NoResourceFoundException {
        if (request.getDispatcherType() != DispatcherType.REQUEST) {
            return true; // Judged when it came in.
        }
        if (!(handler instanceof HandlerMethod)) {
            throw new NoResourceFoundException(
                    HttpMethod.valueOf(request.getMethod()), request.getRequestURI(), "");
        }
        var row = row(request);
        if (row != null && row.where() == AccessTable.Where.OPEN) {
            return true;
        }
        var authentication = CallerAuthentication.find();
        var by = authentication == null || row == null ? null : row.letsIn(authentication.caller());
        if (authentication == null || row == null || by == null || by.isEmpty()) {
            if (row == null) {
                log.warn("No row of the access table for {}", handler);
            }
            throw new Refusal(ProblemType.NOT_ALLOWED.problem());
        }
        var grant = new RequestGrant(authentication.caller(), row, by);
        authentication.grant(grant);
        requireCallersId(request, row);
        switch (row.where()) {
            case PATH -> requirePath(request, grant);
            case QUERY -> requireQuery(request, grant);
            case BODY,
                    IN_CODE,
                    PLATFORM,
                    OPEN -> {} // Seen to when the body, or the thing, is known.
        }
        return true;
    }

    /** What is put under an id of its own is named by its caller. */
    private static void requireCallersId(HttpServletRequest request, AccessTable.Row row) {
        var pattern = row.pattern();
        if (HttpMethod.PUT.equals(row.method())
                && pattern.endsWith("}")
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                        instanceof Map<?, ?> variables) {
            var name = pattern.substring(pattern.lastIndexOf('{') + 1, pattern.length() - 1);
            if (name.toLowerCase(Locale.ROOT).endsWith("id")) {
                var id = id(name, variables.get(name));
                if (id != null) {
                    CallerIds.require(id);
                }
            }
        }
    }

    private AccessTable.@Nullable Row row(HttpServletRequest request) {
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return pattern == null
                ? null
                : table.find(HttpMethod.valueOf(request.getMethod()), pattern.toString());
    }

    private static void requirePath(HttpServletRequest request, RequestGrant grant) {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables)) {
            throw new IllegalStateException("No variables in " + grant.row().pattern());
        }
        var cooperative = id(grant.row().name(), variables.get(grant.row().name()));
        if (cooperative == null) {
            throw new IllegalStateException("No cooperative in " + grant.row().pattern());
        }
        grant.require(
                cooperative,
                id("outletId", variables.get("outletId")),
                id("memberId", variables.get("memberId")));
    }

    private static void requireQuery(HttpServletRequest request, RequestGrant grant) {
        var cooperative = parameter(request, grant.row().name());
        var outlet = parameter(request, "outletId");
        var member = parameter(request, "memberId");
        if (cooperative != null) {
            grant.require(cooperative, outlet, member);
        } else if (!grant.isEverywhere()) {
            throw ProblemType.UNREADABLE.because(
                    "Sebutkan untuk koperasi mana: tambahkan '%s' pada kueri."
                            .formatted(grant.row().name()),
                    "Say for which cooperative: add '%s' to the query."
                            .formatted(grant.row().name()));
        }
    }

    private static @Nullable UUID parameter(HttpServletRequest request, String name) {
        if (request.getParameter(name + "[]") != null) {
            // Would be bound to the same argument, unseen by what is checked here.
            throw ProblemType.UNREADABLE.because(
                    "Tulis '%s' tanpa kurung.".formatted(name),
                    "Write '%s' without brackets.".formatted(name));
        }
        var values = request.getParameterValues(name);
        if (values == null) {
            return null;
        }
        if (values.length > 1) {
            throw ProblemType.UNREADABLE.because(
                    "Tulis '%s' sekali saja.".formatted(name), "Give '%s' once.".formatted(name));
        }
        return id(name, values[0]);
    }

    private static @Nullable UUID id(String name, @Nullable Object text) {
        if (text == null) {
            return null;
        }
        try {
            return UUID.fromString(text.toString().strip());
        } catch (IllegalArgumentException e) {
            throw ProblemType.UNREADABLE.because(
                    "'%s' harus UUID seperti 019ab1c2-0000-7000-8000-000000000001.".formatted(name),
                    "'%s' must be a UUID such as 019ab1c2-0000-7000-8000-000000000001."
                            .formatted(name));
        }
    }
}
