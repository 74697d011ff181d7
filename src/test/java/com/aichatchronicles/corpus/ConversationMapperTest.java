package com.aichatchronicles.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConversationMapperTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final ConversationMapper mapper = new ConversationMapper(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void aKnownSourceDecidesTheCategory() {
        CorpusConversation mapped = mapper.map(1, transcript("radi-cho/botbots", null, said("Why are we here?")));

        assertThat(mapped.category()).isEqualTo("Culture");
        assertThat(mapped.tags()).containsExactly("everyday life", "Chinese", "human prompts", "MIT");
        assertThat(mapped.id().version()).isEqualTo(7);
        assertThat(mapped.readTime()).isOne();
    }

    @Test
    void anUnknownSourceIsTechnology() {
        assertThat(mapper.map(1, transcript("elsewhere", null, said("Hello there")))
                        .category())
                .isEqualTo("Technology");
    }

    @Test
    void theFirstTimeThatAMessageBearsCounts() {
        Instant time = Instant.parse("2024-05-01T10:00:00Z");
        Message timed = new Message("assistant", null, "Yes", time);

        assertThat(mapper.map(1, transcript("s", null, said("Really?"), timed)).createdAt())
                .isEqualTo(time);
    }

    @Test
    void withoutATimeOrWithOneAheadTheLoadCounts() {
        Message ahead = new Message("user", null, "From the future", NOW.plusSeconds(1));

        assertThat(mapper.map(1, transcript("s", null, said("Really?"))).createdAt())
                .isEqualTo(NOW);
        assertThat(mapper.map(1, transcript("s", null, ahead)).createdAt()).isEqualTo(NOW);
    }

    @Test
    void theExcerptGoesOnWithTheAnswerUpTo300Characters() {
        Message answer = new Message("assistant", null, "word ".repeat(100).strip(), null);

        String excerpt = mapper.map(1, transcript("s", null, said("Short\nquestion?"), answer))
                .excerpt();

        assertThat(excerpt)
                .startsWith("Short question? – word word")
                .endsWith("word…")
                .hasSizeLessThanOrEqualTo(300);
    }

    @Test
    void twoUserTurnsAndToolsShowInTheTags() {
        Message call = new Message("assistant", "tool_call", "f()", null);

        assertThat(mapper.map(1, transcript("s", null, said("One"), call, said("Two")))
                        .tags())
                .contains("tool use", "multi-turn");
    }

    static Transcript transcript(String source, String title, Message... messages) {
        return new Transcript("1", source, "", "MIT", "human", title, "a model", "zh", List.of(messages));
    }

    static Message said(String words) {
        return new Message("user", null, words, null);
    }
}
