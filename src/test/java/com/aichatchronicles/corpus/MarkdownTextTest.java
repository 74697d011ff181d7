package com.aichatchronicles.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTextTest {

    @Test
    void eachMessageStandsUnderItsRole() {
        assertThat(markdown(message("user", null, "Hi"), message("assistant", null, "Hello")))
                .isEqualTo("**User**\n\nHi\n\n**Assistant**\n\nHello");
    }

    @Test
    void toolTrafficAndReasoningAreLabelled() {
        assertThat(markdown(
                        message("assistant", "reasoning", "Hm"),
                        message("assistant", "tool_call", "f()"),
                        message("tool", "tool_result", "7")))
                .isEqualTo("""
                        **Assistant (reasoning)**

                        Hm

                        **Assistant (tool call)**

                        ```
                        f()
                        ```

                        **Tool (tool result)**

                        ```
                        7
                        ```""");
    }

    @Test
    void aToolCannotCloseItsOwnFence() {
        assertThat(markdown(message("tool", "tool_result", "a\n````\nb"))).endsWith("`````\na\n````\nb\n`````");
    }

    @Test
    void aStrangeRoleCannotWriteMarkdown() {
        assertThat(markdown(message("**x**\n# y", null, "Hi"))).isEqualTo("**X y**\n\nHi");
        assertThat(markdown(message("**", null, "Hi"))).isEqualTo("**Unknown**\n\nHi");
    }

    private static Message message(String role, String kind, String content) {
        return new Message(role, kind, content, null);
    }

    private static String markdown(Message... messages) {
        return MarkdownText.of(List.of(messages));
    }
}
