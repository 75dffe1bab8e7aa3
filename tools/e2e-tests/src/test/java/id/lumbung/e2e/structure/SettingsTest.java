package id.lumbung.e2e.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page of settings names every setting of the product, and none that there is not. */
class SettingsTest {

    private static final Pattern PREFIX =
            Pattern.compile(
                    "ConfigurationProperties\\((?:value = |prefix = )?\"(lumbung[\\w.-]*)\"");
    private static final Pattern FULL_NAME = Pattern.compile("`(lumbung\\.[a-z.-]*[a-z])");

    private static final Set<String> SETTINGS = new TreeSet<>();
    private static String page;

    @BeforeAll
    static void readsTheRecordsThatSpringBinds() {
        page = ProjectTree.text(ProjectTree.root().resolve("docs/settings.md"));
        Sources.main().forEach(source -> new Binding().scan(source.unit(), null));
    }

    @Test
    void everySettingIsOnThePage() {
        assertThat(SETTINGS).isNotEmpty();
        assertThat(SETTINGS).filteredOn(setting -> !isOnThePage(setting)).isEmpty();
    }

    @Test
    void everySettingOnThePageExists() {
        var sources = ProjectTree.mainSources().stream().map(ProjectTree::text).toList();
        var named =
                FULL_NAME
                        .matcher(page)
                        .results()
                        .map(name -> name.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isNotEmpty();
        assertThat(named)
                .filteredOn(name -> SETTINGS.stream().noneMatch(setting -> isIn(setting, name)))
                .filteredOn(name -> sources.stream().noneMatch(source -> source.contains(name)))
                .isEmpty();
    }

    private static boolean isOnThePage(String setting) {
        var last = setting.substring(setting.lastIndexOf('.') + 1);
        return Pattern.compile("`[….a-z-]*\\b" + Pattern.quote(last) + "[`.]").matcher(page).find();
    }

    private static boolean isIn(String setting, String name) {
        return name.equals(setting) || name.startsWith(setting + ".");
    }

    /** Takes the components of each record that settings are bound to. */
    private static final class Binding extends TreeScanner<Void, Void> {

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            var prefix = PREFIX.matcher(type.getModifiers().getAnnotations().toString());
            if (type.getKind() == Tree.Kind.RECORD && prefix.find()) {
                for (var member : type.getMembers()) {
                    if (member instanceof VariableTree field && !isStatic(field.getModifiers())) {
                        SETTINGS.add(prefix.group(1) + "." + kebab(field.getName().toString()));
                    }
                }
            }
            return super.visitClass(type, nothing);
        }

        private static boolean isStatic(ModifiersTree modifiers) {
            return modifiers.getFlags().contains(Modifier.STATIC);
        }

        private static String kebab(String name) {
            return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        }
    }
}
