package com.aichatchronicles.corpus;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tags of a conversation: its topics, language, who wrote the user's side, licence, and what kind of talk it is. */
final class Tags {
    private static final int MOST = 10;
    private static final int LONGEST = 50;

    private final Set<String> tags = new LinkedHashSet<>();

    private Tags() {}

    static List<String> of(Transcript transcript, List<String> topics) {
        Tags tags = new Tags();
        topics.forEach(tags::add);
        tags.add(language(transcript.language()));
        tags.add(origin(transcript.origin()));
        tags.add(transcript.license());
        tags.add(transcript.messages().stream().anyMatch(Message::isToolTraffic) ? "tool use" : null);
        tags.add(transcript.messages().stream().filter(Message::isFromUser).count() > 1 ? "multi-turn" : null);
        return new ArrayList<>(tags.tags).subList(0, Math.min(MOST, tags.tags.size()));
    }

    private void add(String tag) {
        String clean = tag == null ? "" : tag.replace(',', ' ').strip(); // a comma separates tags in a query
        if (!clean.isEmpty()) {
            tags.add(Opening.of(clean).upTo(LONGEST));
        }
    }

    private static String language(String code) {
        if (code == null || "und".equals(code)) {
            return null;
        }
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    private static String origin(String origin) {
        if (origin == null) {
            return null;
        }
        return switch (origin) {
            case "human" -> "human prompts";
            case "llm" -> "simulated user";
            case "mixed" -> "mixed origin";
            default -> origin;
        };
    }
}
