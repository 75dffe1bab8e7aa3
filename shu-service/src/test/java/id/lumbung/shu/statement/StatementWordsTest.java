package id.lumbung.shu.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lumbung.backbone.event.Event.MemberKind;
import id.lumbung.backbone.event.Event.SavingsKind;
import id.lumbung.edge.problem.Refusal;
import id.lumbung.shu.closing.record.BookYearRecord;
import id.lumbung.shu.division.Policy;
import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever is printed can be said in both languages. */
class StatementWordsTest {

    @Test
    void languagesAreIndonesianUnlessEnglishIsAskedFor() {
        assertThat(StatementLanguage.of(null)).isEqualTo(StatementLanguage.INDONESIAN);
        assertThat(StatementLanguage.of("id")).isEqualTo(StatementLanguage.INDONESIAN);
        assertThat(StatementLanguage.of("en")).isEqualTo(Locale.ENGLISH);
        assertThatThrownBy(() -> StatementLanguage.of("jv"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal ->
                                assertThat(refusal.rule())
                                        .isEqualTo(StatementRule.LANGUAGE_UNKNOWN));
    }

    /** Whatever an enum's value is, there is a word for it; both languages have the same words. */
    @Test
    void bothLanguagesHaveAllTheirWords() throws IOException {
        var indonesian = bundle("messages.properties");
        var english = bundle("messages_en.properties");
        assertThat(english.keySet()).isEqualTo(indonesian.keySet());
        assertThat(indonesian.values()).doesNotContain("");
        assertThat(english.values()).doesNotContain("");
        for (var bundle : List.of(indonesian, english)) {
            // In a pattern a plain apostrophe would quote what follows.
            assertThat(bundle.values()).noneMatch(text -> text.toString().contains("'"));
        }
        indonesian.forEach((key, text) ->
                assertThat(places(english.getProperty(key.toString())))
                        .as(key.toString())
                        .isEqualTo(places(text.toString())));
        var words = new LinkedHashMap<String, Enum<?>[]>();
        words.put("kind", MemberKind.values());
        words.put("kind.short", MemberKind.values());
        words.put("savings", SavingsKind.values());
        words.put("state", BookYearRecord.State.values());
        words.put("denominator", Policy.BusinessDenominator.values());
        words.put("basis", Policy.CapitalBasis.values());
        words.put("joiner", Policy.JoinerRule.values());
        words.put("leaver", Policy.LeaverPolicy.values());
        words.put("meeting", ReportedResolution.Meeting.values());
        words.put("ineligible", Ineligibility.values());
        words.put("manner", StatementPayment.Manner.values());
        words.forEach((group, values) -> {
            for (var value : values) {
                assertThat(indonesian).containsKey(group + "." + value.name());
            }
        });
        for (var template : List.of("report.html", "members.html", "member.html")) {
            var used = Pattern.compile("#\\{([a-zA-Z.]+)").matcher(resource(template));
            assertThat(used.results().map(found -> (Object) found.group(1)).distinct())
                    .hasSizeGreaterThan(5)
                    .isSubsetOf(indonesian.keySet());
        }
    }

    /** The numbers of the places that are filled in, {0} and so on. */
    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        bundle.load(new StringReader(resource(name)));
        return bundle;
    }

    private static String resource(String name) throws IOException {
        try (var in = StatementPrinter.class.getResourceAsStream("/statement/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
