package com.aichatchronicles.corpus;

import java.util.List;
import java.util.Locale;

/** Writes the messages of a conversation as one Markdown text, each under the name of its role. */
final class MarkdownText {
    private final StringBuilder text = new StringBuilder();

    private MarkdownText() {}

    static String of(List<Message> messages) {
        MarkdownText markdown = new MarkdownText();
        messages.forEach(markdown::append);
        return markdown.text.toString();
    }

    private void append(Message message) {
        text.append(text.isEmpty() ? "" : "\n\n")
                .append("**")
                .append(heading(message))
                .append("**\n\n");
        if (message.isToolTraffic()) {
            String fence = fenceFor(message.content());
            text.append(fence)
                    .append('\n')
                    .append(message.content())
                    .append('\n')
                    .append(fence);
            return;
        }
        text.append(message.content());
    }

    private static String heading(Message message) {
        String role = capitalised(plain(message.role()));
        return message.kind() == null ? role : role + " (" + plain(message.kind()) + ")";
    }

    private static String plain(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return plain.substring(0, plain.offsetByCodePoints(0, Math.min(40, plain.codePointCount(0, plain.length()))));
    }

    private static String capitalised(String name) {
        return name.isEmpty() ? "Unknown" : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Returns a fence longer than any run of backticks in the text, so that the text can't close it. */
    private static String fenceFor(String content) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < content.length(); i++) {
            run = content.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return "`".repeat(longest + 1);
    }
}
