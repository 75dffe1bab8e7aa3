package id.lumbung.backbone.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.lumbung.backbone.money.Rupiah;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The documents under docs/events say what the code does: one example for each event, and the
 * AsyncAPI description.
 */
class PublishedLanguageTest {

    private static final Path DOCS = Path.of("..", "..", "docs", "events");
    private static final JsonMapper JSON = new JsonMapper();

    static Stream<String> types() {
        return EventCodec.types().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleOfEachEventIsWhatTheCodeReadsAndWrites(String type) throws IOException {
        var example = Files.readString(DOCS.resolve(type + ".json"));
        var event = EventCodec.read(type, example.getBytes(UTF_8));
        assertThat(EventCodec.type(event)).isEqualTo(type);
        assertThat(JSON.readTree(EventCodec.write(event))).isEqualTo(JSON.readTree(example));
    }

    @Test
    void theAsyncApiDocumentDescribesEachEventAndEachOfItsFields() throws IOException {
        var document = JSON.readTree(Files.readString(DOCS.resolve("asyncapi.json")));
        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        var messages = document.path("components").path("messages");
        assertThat(Set.copyOf(messages.propertyNames())).isEqualTo(EventCodec.types());
        for (var event : EventCodec.records(Event.class).toList()) {
            if (event != Event.Unknown.class) {
                assertThat(described(messages.path(event.getSimpleName())))
                        .as(event.getSimpleName())
                        .isEqualTo(fields(event));
            }
        }
    }

    @Test
    void fieldsOfANewerReleaseArePassedOver() {
        var json =
                EventCodec.write(Examples.SALE)
                        .replaceFirst("\\{", "{\"colour\":{\"of\":[\"the\",\"bag\"]},");
        assertThat(EventCodec.read("SaleCompleted", json.getBytes(UTF_8))).isEqualTo(Examples.SALE);
    }

    /** What has no text has no name, no number of a card, no diagnosis and no medicine. */
    @Test
    void eventsHoldIdsRupiahTimesAndWordsOfACodeOnly() {
        var free =
                EventCodec.records(Event.class)
                        .filter(event -> event != Event.Unknown.class)
                        .flatMap(event -> Arrays.stream(event.getRecordComponents()))
                        .filter(it -> !isWithoutText(it.getType()))
                        .map(it -> it.getDeclaringRecord().getSimpleName() + "." + it.getName());
        assertThat(free)
                .containsExactlyInAnyOrder("CooperativeRegistered.zone", "OutletOpened.kind");
    }

    private static boolean isWithoutText(Class<?> type) {
        return type.isEnum()
                || Set.<Class<?>>of(
                                UUID.class,
                                Rupiah.class,
                                int.class,
                                Instant.class,
                                LocalDate.class,
                                YearMonth.class)
                        .contains(type);
    }

    @Test
    void anEventOfANewerReleaseIsUnknownAndNotAnError() {
        assertThat(EventCodec.read("HarvestBought", "{}".getBytes(UTF_8)))
                .isEqualTo(new Event.Unknown("HarvestBought"));
    }

    @ParameterizedTest
    @MethodSource("spoilt")
    void aValueOfTheWrongShapeIsUnreadableAndTheReasonRepeatsNothingOfIt(String value) {
        assertThatThrownBy(() -> EventCodec.read("SaleCompleted", value.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class)
                .hasMessageStartingWith("The value")
                .hasMessageNotContaining("Budi");
    }

    static Stream<String> spoilt() {
        var good = EventCodec.write(Examples.SALE);
        return Stream.of(
                "",
                "Budi",
                "null",
                "[]",
                "{}",
                "{\"Budi\":",
                good + "{}",
                good.replace("12500", "\"12500\""),
                good.replace("12500", "12500.5"),
                good.replace("12500", "-1"),
                good.replace("12500", "99999999999999999999"),
                good.replace("12500", "{\"Budi\":1}"),
                good.replace(Examples.SALE.saleId().toString(), "Budi"),
                good.replace(Examples.SALE.at().toString(), "Budi"),
                good.replace("\"" + Examples.SALE.at() + "\"", "1234567890"),
                good.replace(Examples.SALE.at().toString(), "+292278995-01-01T00:00:00Z"),
                good.replace(Examples.SALE.at().toString(), "-292278995-01-01T00:00:00Z"),
                good.replace("9000", Long.toString(Long.MIN_VALUE)),
                good.replaceFirst("\\{", "{\"total\":1,"),
                good.replaceFirst("\\{", "{\"Budi\":" + "[".repeat(100_000) + ","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"cooperativeId\":1,\"cooperativeId\":2}",
                "{\"outletId\":\"a\",\"outlet\\u0049d\":\"b\"}",
                "{\"new\":{\"a\":1,\"a\":2}}"
            })
    void aKeyThatStandsTwiceIsUnreadableAlsoInFieldsOfANewerRelease(String twice) {
        var good = EventCodec.write(Examples.SALE);
        var value = good.substring(0, good.length() - 1) + "," + twice.substring(1);
        assertThatThrownBy(() -> EventCodec.read("SaleCompleted", value.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class,
                        e -> assertThat(e.code()).isEqualTo(CauseCode.NOT_JSON));
    }

    /** Stored, half a pair would be another character: the same event again would conflict. */
    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\udc8a", "\\u0000", "\\u202e", "\\u200b", "\\u00a0"})
    void aTextWithAHiddenCharacterIsUnreadable(String hidden) {
        var value =
                "{\"cooperativeId\":\"%s\",\"outletId\":\"%s\",\"kind\":\"PHAR%sMACY\"}"
                        .formatted(new UUID(0, 1), new UUID(0, 2), hidden);
        assertThatThrownBy(() -> EventCodec.read("OutletOpened", value.getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        UnreadableEvent.class, e -> assertThat(e.field()).isEqualTo("kind"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void anEventThatLacksARequiredFieldIsUnreadableAndTheReasonNamesIt(String type)
            throws IOException {
        var event =
                EventCodec.records(Event.class)
                        .filter(it -> it.getSimpleName().equals(type))
                        .findAny()
                        .orElseThrow();
        for (var component : event.getRecordComponents()) {
            var lacking =
                    (ObjectNode) JSON.readTree(Files.readString(DOCS.resolve(type + ".json")));
            var _ = lacking.remove(component.getName());
            var given = lacking.deepCopy().putNull(component.getName());
            for (var value : List.of(lacking.toString(), given.toString())) {
                var read = catchThrowable(() -> EventCodec.read(type, value.getBytes(UTF_8)));
                if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    assertThat(read).isNull();
                } else {
                    assertThat(read)
                            .isInstanceOf(UnreadableEvent.class)
                            .hasMessageContaining("'" + component.getName() + "' is missing");
                }
            }
        }
    }

    private static Set<String> described(JsonNode message) {
        return Set.copyOf(message.path("payload").path("properties").propertyNames());
    }

    private static Set<String> fields(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
    }
}
