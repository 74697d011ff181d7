package com.aichatchronicles.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTemplatesTest {
    private static final Map<String, String> VALUES =
            Map.of("link", "https://example.org/reset?token=a_-b", "newAddress", "new@example.org");

    private final MailTemplates templates = new MailTemplates();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "verify-email",
                "reset-password",
                "confirm-email-change",
                "password-changed",
                "email-change-requested",
                "email-changed",
                "account-deleted"
            })
    void everyKindHasBothTexts(String kind) {
        MailTexts texts = templates.fill(kind, new Letter("a@example.org", "Ada", "Subject", VALUES));

        assertThat(texts.plain()).startsWith("Hello Ada,\n\n").endsWith("the answers to it.\n");
        assertThat(texts.html()).startsWith("<!doctype html>").contains("<p>Hello Ada,</p>", "<title>Subject</title>");
        assertThat(texts.plain() + texts.html()).doesNotContain("{{", "}}");
    }

    @Test
    void linksStandInBothTextsAsTheyAre() {
        MailTexts texts = templates.fill("reset-password", new Letter("a@example.org", null, "Subject", VALUES));

        assertThat(texts.plain()).contains("\n" + VALUES.get("link") + "\n").doesNotContain("Hello");
        assertThat(texts.html()).contains("href=\"https://example.org/reset?token&#x3D;a_-b\"");
    }

    @Test
    void whatAPersonEnteredIsTextInHtml() {
        Letter letter = new Letter("a@example.org", "<img src=x onerror=\"alert('1')\">&", "A & B", VALUES);

        MailTexts texts = templates.fill("password-changed", letter);

        assertThat(texts.html())
                .contains("Hello &lt;img src&#x3D;x onerror&#x3D;&quot;alert(&#39;1&#39;)&quot;&gt;&amp;,", "A &amp; B")
                .doesNotContain("<img");
        assertThat(texts.plain()).startsWith("Hello <img src=x onerror=\"alert('1')\">&,");
    }

    @Test
    void aValueThatNobodyGivesIsAnError() {
        assertThatThrownBy(() -> templates.fill("reset-password", new Letter("a@example.org", null, "S", Map.of())))
                .isInstanceOf(MustacheException.class)
                .hasMessageContaining("link");
    }

    @Test
    void aKindWithoutTemplatesIsAnError() {
        assertThatThrownBy(() -> templates.fill("nothing", new Letter("a@example.org", null, "S", Map.of())))
                .hasMessageContaining("/mails/nothing.txt");
    }
}
