package id.lumbung.shu.statement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes pages from the templates in {@code resources/statement}, one set for both languages. They
 * are well-formed XML as well as HTML, for the printer reads them as such.
 */
final class Templates {

    /** Made by the first use. */
    static final Templates LOADED = new Templates();

    private final MessageSource messages = StatementMessages.load();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final String css = resource("statement.css");
    private final String screen = resource("screen.css");

    private Templates() {
        var resolver = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        resolver.setPrefix("statement/");
        resolver.setSuffix(".html");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(resolver);
        engine.setTemplateEngineMessageSource(messages);
    }

    private static String resource(String name) {
        try {
            return new ClassPathResource("statement/" + name, Templates.class.getClassLoader())
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page for screens and browsers. */
    void writeForScreen(String template, Map<String, Object> figures, Locale locale, Writer page) {
        write(template, figures, css + screen, locale, page);
    }

    /** A page for the PDF printer. */
    void writeForPrinter(String template, Map<String, Object> figures, Locale locale, Writer page) {
        write(template, figures, css, locale, page);
    }

    private void write(
            String template,
            Map<String, Object> figures,
            String style,
            Locale locale,
            Writer page) {
        var all = new HashMap<>(figures);
        all.put("css", style);
        all.put("w", new Wording(messages, locale));
        engine.process(template, new Context(locale, all), page);
    }
}
