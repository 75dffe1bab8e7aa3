package id.lumbung.backbone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import id.lumbung.backbone.security.AccessTable;
import id.lumbung.backbone.security.AccessTable.Row;
import id.lumbung.backbone.security.AccessTable.Where;
import id.lumbung.backbone.security.Owned;
import id.lumbung.backbone.security.Role;
import id.lumbung.backbone.security.SecurityAutoConfiguration;
import id.lumbung.backbone.testkit.Http.Asked;
import id.lumbung.backbone.testkit.Operations.Operation;
import id.lumbung.edge.testkit.OddHeaders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What must hold in every service: whoever may not, gets nothing. Walks every operation of the
 * OpenAPI document, whichever they are.
 */
public interface AccessTests {

    ApplicationContext context();

    /** Gives a cooperative what any has in this service, by its own people's hands. */
    Village settle(Http http, Village village);

    /** Operations that judge each item by itself: they answer 200 and say what was refused. */
    default Set<String> judgingEachItem() {
        return Set.of();
    }

    private AccessTable table() {
        return context().getBean(SecurityAutoConfiguration.Access.class).table();
    }

    private Row row(Operation operation) {
        return Objects.requireNonNull(
                table().find(HttpMethod.valueOf(operation.method()), operation.path()),
                () -> "No row for " + operation.name());
    }

    private static Operations operations(Http http) {
        return Operations.read(http.ask(Asked.get("/v3/api-docs"), "").body());
    }

    private static Asked request(Operations operations, Operation operation, Village it, Row row) {
        return operations.request(operation, it, row.where() == Where.PATH ? row.name() : "");
    }

    @Test
    default void everyAddressHasARowThatFitsIt() {
        var softly = new SoftAssertions();
        context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, handler) -> {
                    if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                        return;
                    }
                    for (var pattern : mapping.getPatternValues()) {
                        softly.assertThat(mapping.getMethodsCondition().getMethods())
                                .as("methods of %s", handler)
                                .isNotEmpty();
                        for (var method : mapping.getMethodsCondition().getMethods()) {
                            var row = table().find(method.asHttpMethod(), pattern);
                            softly.assertThat(row)
                                    .as(
                                            "the row for %s %s: add one to the table of this service",
                                            method, pattern)
                                    .isNotNull();
                            if (row != null && row.where() == Where.BODY) {
                                softly.assertThat(handler.getMethodParameters())
                                        .as("a body that says whose it is, in %s", handler)
                                        .anyMatch(it ->
                                                it.hasParameterAnnotation(RequestBody.class)
                                                        && Owned.class.isAssignableFrom(
                                                                it.getParameterType()));
                            }
                            if (row != null && row.where() == Where.PATH) {
                                softly.assertThat(pattern).contains("{" + row.name() + "}");
                            }
                        }
                    }
                });
        softly.assertAll();
    }

    @Test
    default void everyOperationSaysWhoMayAndHowItIsRefused() {
        try (var http = new Http(context())) {
            var softly = new SoftAssertions();
            for (var operation : operations(http).all()) {
                var row = row(operation);
                var said = operation.content();
                softly.assertThat(said.path("tags").isEmpty()).as(operation.name()).isFalse();
                softly.assertThat(said.path("description").asString(""))
                        .as(operation.name())
                        .contains(row.roles().stream().map(Role::name).toList());
                softly.assertThat(said.path("responses").has("401"))
                        .as(operation.name())
                        .isEqualTo(row.where() != Where.OPEN);
                softly.assertThat(said.path("responses").has("503")).as(operation.name()).isTrue();
            }
            softly.assertAll();
        }
    }

    @Test
    default void nobodyGetsAnythingByATokenThatDoesNotCount() {
        try (var http = new Http(context());
                var stranger = new Issuer()) {
            var operations = operations(http);
            var village = settle(http, Village.unsettled());
            var softly = new SoftAssertions();
            for (var operation : operations.all()) {
                var row = row(operation);
                if (row.where() == Where.OPEN) {
                    continue;
                }
                var asked = request(operations, operation, village, row);
                var rightful = village.as(row.roles().iterator().next());
                var tokens = new LinkedHashMap<String, String>();
                tokens.put("no token", "");
                tokens.put("garbage", "garbage");
                tokens.put("dotted garbage", "a.b.c");
                tokens.put("an ended one", rightful.expired());
                tokens.put("another's signature", rightful.forged());
                tokens.put("changed content", rightful.tampered());
                tokens.put("alg none", rightful.unsigned());
                tokens.put("the public key as HS256 secret", rightful.confused());
                tokens.put("another issuer", rightful.of(stranger).token());
                tokens.put(
                        "another issuer by this one's name",
                        rightful.of(stranger).with("iss", Issuer.TRUSTED.uri()).token());
                tokens.forEach((what, token) -> {
                    var answer = http.ask(asked, token);
                    softly.assertThat(answer.status())
                            .as("%s with %s: %s", asked, what, answer.body())
                            .isEqualTo(401);
                    softly.assertThat(answer.headers().firstValue("WWW-Authenticate"))
                            .hasValueSatisfying(it -> assertThat(it).startsWith("Bearer"));
                    softly.assertThat(answer.body()).contains("\"type\":\"urn:lumbung:");
                });
            }
            softly.assertAll();
        }
    }

    @Test
    default void nobodyGetsAnythingTheTableDoesNotGiveThem() {
        try (var http = new Http(context())) {
            var operations = operations(http);
            var village = settle(http, Village.unsettled());
            var other = settle(http, Village.unsettled());
            var softly = new SoftAssertions();
            for (var operation : operations.all()) {
                var row = row(operation);
                if (row.where() == Where.OPEN) {
                    continue;
                }
                var asked = request(operations, operation, village, row);
                Strangers.to(operation, row, asked, village, other)
                        .forEach((who, token) -> {
                            var answer = http.ask(asked, token.token());
                            if (answer.isOk() && judgingEachItem().contains(operation.name())) {
                                softly.assertThat(answer.body())
                                        .as("%s by %s", asked, who)
                                        .contains("\"accepted\":0,\"duplicates\":0,\"conflicts\":0")
                                        .contains("not-yours");
                            } else {
                                softly.assertThat(answer.status())
                                        .as("%s by %s: %s", asked, who, answer.body())
                                        .isIn(403, 404);
                            }
                        });
            }
            softly.assertAll();
        }
    }

    /** Or the walks above would hold where nobody gets anything at all. */
    @Test
    default void whoMayGetsThrough() {
        try (var http = new Http(context())) {
            var operations = operations(http);
            var village = settle(http, Village.unsettled());
            var softly = new SoftAssertions();
            for (var operation : operations.all()) {
                var row = row(operation);
                var asked = request(operations, operation, village, row);
                var rightful = new ArrayList<Tokens>();
                row.roles().forEach(role -> rightful.add(village.as(role)));
                if (row.scope() != null) {
                    rightful.add(Tokens.as(Role.SERVICE).scope("other.read " + row.scope()));
                }
                rightful.removeIf(it ->
                        row.scope() == null && it.claims().get("roles").equals(List.of("SERVICE")));
                for (var token : rightful) {
                    var answer = http.ask(asked, token.token());
                    var reason = "%s by %s: %s".formatted(asked, token.claims(), answer.body());
                    softly.assertThat(answer.status()).as(reason).isNotIn(401, 403);
                    softly.assertThat(answer.status()).as(reason).isLessThan(500);
                    if (village.ids().containsKey(operation.name())) {
                        softly.assertThat(answer.status()).as(reason).isEqualTo(200);
                    }
                }
            }
            softly.assertAll();
        }
    }

    @Test
    default void twoCooperativesWithTheSameDataSeeNothingOfEachOther() {
        try (var http = new Http(context())) {
            var operations = operations(http);
            var ours = settle(http, Village.unsettled());
            var theirs = settle(http, Village.unsettled());
            var softly = new SoftAssertions();
            for (var operation : operations.all()) {
                var row = row(operation);
                if (row.where() == Where.OPEN || row.where() == Where.PLATFORM) {
                    continue;
                }
                var own = request(operations, operation, ours, row);
                var foreign = request(operations, operation, theirs, row);
                for (var role : row.roles()) {
                    if (role == Role.OPERATOR || role == Role.SERVICE) {
                        continue;
                    }
                    var token = ours.as(role).token();
                    for (var asked : List.of(own, foreign)) {
                        var answer = http.ask(asked, token);
                        for (var id : theirs.allIds()) {
                            if (!asked.toString().contains(id)) {
                                softly.assertThat(answer.body())
                                        .as("%s by %s of another cooperative", asked, role)
                                        .doesNotContain(id);
                            }
                        }
                    }
                    softly.assertThat(
                                    http.ask(foreign, token).isOk()
                                            && !judgingEachItem().contains(operation.name()))
                            .as("%s by %s of another cooperative", foreign, role)
                            .isFalse();
                    var id = theirs.ids().get(operation.name());
                    if (id != null) {
                        assertNoTrace(softly, http, foreign, id, token);
                    }
                }
            }
            softly.assertAll();
        }
    }

    /** What is another's is answered as what does not exist. */
    private static void assertNoTrace(
            SoftAssertions softly, Http http, Asked asked, String id, String token) {
        var nothing = UUID.randomUUID().toString();
        var noSuch =
                new Asked(
                        asked.method(),
                        asked.path().replace(id, nothing),
                        asked.body().replace(id, nothing),
                        asked.contentType());
        var theirs = http.ask(asked, token);
        var none = http.ask(noSuch, token);
        softly.assertThat(theirs.status()).as("%s", asked).isEqualTo(none.status());
        softly.assertThat(theirs.body())
                .as("%s", asked)
                .isEqualTo(none.body().replace(nothing, id));
    }

    @Test
    default void onlyOperatorsSeeTheInside() {
        try (var http = new Http(context())) {
            var village = Village.unsettled();
            for (var open : List.of("/actuator/health", "/actuator/health/readiness")) {
                var answer = http.ask(Asked.get(open), "");
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body()).contains("UP").doesNotContain("components", "details");
            }
            for (var inside : List.of("/actuator/prometheus", "/actuator/info", "/actuator")) {
                assertThat(http.ask(Asked.get(inside), "").status()).as(inside).isEqualTo(401);
                for (var role : Role.values()) {
                    assertThat(http.ask(Asked.get(inside), village.as(role).token()).status())
                            .as("%s by %s", inside, role)
                            .isEqualTo(role == Role.OPERATOR ? 200 : 403);
                }
            }
            var operator = Tokens.as(Role.OPERATOR).token();
            assertThat(http.ask(Asked.get("/actuator/health"), operator).body())
                    .contains("components");
            var scraper = Tokens.as(Role.SERVICE).scope("metrics.read").token();
            assertThat(http.ask(Asked.get("/actuator/prometheus"), scraper).status())
                    .isEqualTo(200);
        }
    }

    /** Thousands of wrong requests, the same in every run, for as long as 20 seconds. */
    @Test
    default void nothingThatIsSentBreaksTheService() throws Exception {
        try (var http = new Http(context());
                var callers = Executors.newFixedThreadPool(8)) {
            var operations = operations(http);
            var village = settle(http, Village.unsettled());
            var fuzz = new Fuzz(new Random(2026));
            var all = operations.all();
            var answers = new ArrayList<Future<?>>();
            for (var i = 0; i < 10_000; i++) {
                var row = row(all.get(i % all.size()));
                var asked = fuzz.spoil(request(operations, all.get(i % all.size()), village, row));
                var token = fuzz.token(row, village);
                var headers = fuzz.headers();
                answers.add(
                        callers.submit(
                                () -> assertUnbroken(asked, http.ask(asked, token, headers))));
            }
            for (var answer : answers) {
                var _ = answer.get();
            }
            System.out.printf("%d spoilt requests, none broke anything%n", answers.size());
            assertThat(http.ask(Asked.get("/actuator/health/readiness"), "").status())
                    .isEqualTo(200);
        }
    }

    /** Whatever a request says of its body and of the answer it wants. */
    @Test
    default void noHeaderBreaksTheService() {
        try (var http = new Http(context())) {
            var operations = operations(http);
            var village = settle(http, Village.unsettled());
            var headers = OddHeaders.all();
            var all = operations.all();
            for (var i = 0; i < Math.max(all.size(), headers.size()) * 3; i++) {
                var operation = all.get(i % all.size());
                var row = row(operation);
                var asked = request(operations, operation, village, row);
                var token =
                        row.where() == Where.OPEN
                                ? ""
                                : village.as(row.roles().iterator().next()).token();
                assertUnbroken(asked, http.ask(asked, token, headers.get(i % headers.size())));
            }
        }
    }

    private static void assertUnbroken(Asked asked, Http.Answer answer) {
        assertThat(answer.status()).as("%s: %s", asked, answer.body()).isLessThan(500);
        if (!answer.isOk()) {
            assertThat(answer.body())
                    .as("%s", asked)
                    .doesNotContain("Exception", "java.", "id.lumbung", "org.spring", "\tat ");
        }
    }
}
