package com.aichatchronicles.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Fills in the templates in {@code /mails}. A value that a template names and nobody gives is an error. */
@ApplicationScoped
public class MailTemplates {
    private static final Mustache.Compiler HTML =
            Mustache.compiler().escapeHTML(true).withLoader(name -> read(name + ".html"));
    private static final Mustache.Compiler TEXT =
            Mustache.compiler().escapeHTML(false).withLoader(name -> read(name + ".txt"));

    private final Map<String, Template> compiled = new ConcurrentHashMap<>();

    /**
     * @param kind names the two templates
     * @param letter gives the values, and its subject and name as two more
     * @return the body
     */
    MailTexts fill(String kind, Letter letter) {
        Map<String, String> values = new HashMap<>(letter.values());
        values.put("subject", letter.subject());
        values.put("name", letter.name());
        return new MailTexts(text(template(TEXT, kind, ".txt"), values), text(template(HTML, kind, ".html"), values));
    }

    private static String text(Template template, Map<String, String> values) {
        return template.execute(values).strip() + '\n';
    }

    private Template template(Mustache.Compiler compiler, String kind, String suffix) {
        return compiled.computeIfAbsent(kind + suffix, file -> compiler.compile(read(file)));
    }

    private static Reader read(String file) {
        try (InputStream template = MailTemplates.class.getResourceAsStream("/mails/" + file)) {
            if (template == null) {
                throw new IllegalArgumentException("There is no template /mails/" + file);
            }
            return new StringReader(new String(template.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
