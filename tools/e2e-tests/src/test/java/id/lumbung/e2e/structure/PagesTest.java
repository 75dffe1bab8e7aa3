package id.lumbung.e2e.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The pages are true where a program can see it: links lead somewhere, and what they name is there.
 */
class PagesTest {

    private static final Pattern LINK = Pattern.compile("]\\(<?([^)\\s>]+)>?\\)");
    private static final Pattern TYPE =
            Pattern.compile("\\b(?:class|interface|record|enum) (\\w+)");
    private static final Pattern NAME = Pattern.compile("`([A-Z][a-z]\\w+)`");
    private static final Pattern STATION = Pattern.compile("(?m)^\\| \\d+ \\| `(\\w+)` \\|");
    private static final int MAX_STATIONS = 40;
    private static final List<String> DESCRIBING =
            List.of(
                    "CONTRIBUTING.md",
                    "docs/architecture.md",
                    "docs/cases.md",
                    "docs/glossary.md",
                    "docs/guarantees.md",
                    "docs/events/README.md");
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +(.+?) *#*$");

    record Link(Path page, String target) {

        boolean isRelative() {
            return !target.matches("[a-z][a-z+.-]*:.*");
        }

        /** Empty when the link leads somewhere, else what is wrong with it. */
        String fault() {
            var parts = target.split("#", 2);
            var file = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
            if (!file.startsWith(ProjectTree.root()) || !Files.exists(file)) {
                return this + ": no such file";
            }
            return parts.length == 1 || anchors(file).contains(parts[1])
                    ? ""
                    : this + ": no such heading";
        }

        @Override
        public String toString() {
            return "%s -> %s".formatted(ProjectTree.root().relativize(page), target);
        }
    }

    @Test
    void everyRelativeLinkLeadsToWhatExists() {
        var links =
                ProjectTree.pages().stream()
                        .flatMap(page -> links(page).stream())
                        .filter(Link::isRelative)
                        .toList();

        assertThat(links).isNotEmpty();
        assertThat(links.stream().map(Link::fault).filter(fault -> !fault.isEmpty())).isEmpty();
    }

    /** The pages that describe today's code. Decisions may speak of what was. */
    @Test
    void everyTypeThatIsNamedExists() {
        var types =
                ProjectTree.sources().stream()
                        .map(ProjectTree::text)
                        .flatMap(source -> TYPE.matcher(source).results())
                        .map(declared -> declared.group(1))
                        .collect(Collectors.toSet());
        var named =
                DESCRIBING.stream()
                        .map(ProjectTree.root()::resolve)
                        .map(ProjectTree::text)
                        .flatMap(page -> NAME.matcher(page).results())
                        .map(name -> name.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(named).filteredOn(name -> !types.contains(name)).isEmpty();
    }

    @Test
    void theWayOfASaleIsShortAndPassesNothingTwice() {
        var stations =
                STATION.matcher(
                                ProjectTree.text(
                                        ProjectTree.root().resolve("docs/architecture.md")))
                        .results()
                        .map(station -> station.group(1))
                        .toList();

        assertThat(stations)
                .startsWith("SaleController")
                .contains("FactInsertion", "EventEntries", "EntryWriter")
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(MAX_STATIONS);
    }

    private static List<Link> links(Path page) {
        return LINK.matcher(String.join("\n", prose(page)))
                .results()
                .map(found -> new Link(page, found.group(1)))
                .toList();
    }

    /** A heading's anchor as GitHub makes it: small letters, no punctuation, hyphens for spaces. */
    private static Set<String> anchors(Path page) {
        return prose(page).stream()
                .map(HEADING::matcher)
                .filter(heading -> heading.matches())
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^\\p{L}\\p{N}\\p{Pc} -]", ""))
                .map(heading -> heading.replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** A page without its blocks of code, in which a bracket is no link. */
    private static List<String> prose(Path page) {
        return ProjectTree.text(page).replaceAll("(?ms)^ *```.*?^ *```", "").lines().toList();
    }
}
