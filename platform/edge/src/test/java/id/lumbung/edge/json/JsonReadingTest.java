package id.lumbung.edge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.edge.problem.JsonComplaint;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As a service reads what comes from outside. */
class JsonReadingTest {

    record Line(String medicine, long amount) {}

    record Order(String name, List<Line> lines, Map<String, Integer> parts) {}

    private static final JsonMapper JSON = mapper();

    private static JsonMapper mapper() {
        var made = new JsonMapper[1];
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                JacksonAutoConfiguration.class, JsonAutoConfiguration.class))
                .run(context -> made[0] = context.getBean(JsonMapper.class));
        return made[0];
    }

    private static void assertRefused(String body, Class<?> type, String... words) {
        assertThatThrownBy(() -> JSON.readValue(body, type))
                .isInstanceOfSatisfying(
                        JacksonException.class,
                        e -> assertThat(JsonComplaint.of(e).english()).contains(words));
    }

    @Test
    void whatIsAsItShouldBeIsRead() {
        var order =
                JSON.readValue(
                        """
                        {"name": "Kapsul 💊 \\tdua baris\\n", "lines": [{"medicine": "Obat é", "amount": 5}], "parts": {"a": 1}}
                        """,
                        Order.class);
        assertThat(order.name()).contains("💊");
        assertThat(order.lines().getFirst().amount()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Obat \\ud83d",
                "\\udc8a Obat",
                "Obat\\u0000",
                "Obat\\u0007",
                "Obat\\u0085",
                "Obat\\u202e exe",
                "Obat\\u2066",
                "\\u00a0",
                "Siti\\u00a0Rahayu",
                "Siti\\u200bRahayu",
                "\\ufeffSiti"
            })
    void aHiddenCharacterIsRefusedWithTheFieldsName(String text) {
        assertRefused("{\"name\": \"" + text + "\"}", Order.class, "'name'", "hidden character");
        assertRefused(
                "{\"lines\": [{\"medicine\": \"" + text + "\"}]}",
                Order.class,
                "'lines[0].medicine'",
                "hidden character");
        assertThatThrownBy(() -> JSON.readValue("{\"parts\": {\"" + text + "\": 1}}", Order.class))
                .isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\", \"n\\u0061me\": null}",
                "{\"lines\": [{\"name\": 1, \"name\": 1}]}"
            })
    void theSameKeyTwiceIsRefusedAndNamed(String body) {
        assertRefused(body, JsonNode.class, "'name' stands twice");
    }

    @Test
    void aMapWithTheSameKeyTwiceIsRefused() {
        assertRefused(
                "{\"parts\": {\"PATRONAGE\": 1, \"PATRONAGE\": 2}}", Order.class, "'PATRONAGE'");
    }

    @Test
    void whatWouldGrowIsRefused() {
        assertRefused("[".repeat(17) + "]".repeat(17), JsonNode.class, "too deeply");
        assertRefused("[" + "[],".repeat(200_000) + "[]]", JsonNode.class, "too deeply");
        assertRefused("[1" + "0".repeat(40) + "]", JsonNode.class, "number");
        assertRefused("{\"" + "a".repeat(300) + "\": 1}", JsonNode.class, "name");
        assertRefused("[\"" + "a".repeat(100_001) + "\"]", JsonNode.class, "text");
    }

    @Test
    void ofAListThatIsTooLongNoMoreIsKeptThanShowsIt() {
        var many = Collections.nCopies(200_000, 1);
        assertThat(Bounded.list(many, 500)).hasSize(501);
        assertThat(Bounded.list(many.subList(0, 500), 500)).hasSize(500);
        assertThat(Bounded.list(null, 500)).isNull();
    }
}
