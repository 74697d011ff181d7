package com.aichatchronicles.corpus;

import com.aichatchronicles.conversations.ReadingTime;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

/** Turns transcripts into conversations as the site shows them, within the limits of its own form for new ones. */
final class ConversationMapper {
    private static final int LONGEST_EXCERPT = 300;
    private static final int LONGEST_MODEL = 100;

    private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
    private final SourceCatalog sources = SourceCatalog.load();
    private final Titles titles = new Titles();
    private final Clock clock;

    ConversationMapper(Clock clock) {
        this.clock = clock;
    }

    CorpusConversation map(long line, Transcript transcript) {
        SourceCatalog.Entry source = sources.find(transcript.source(), transcript.path());
        String content = MarkdownText.of(transcript.messages());
        return new CorpusConversation(
                line,
                transcript.source(),
                transcript.id(),
                ids.generate(),
                titles.titleOf(transcript, source.sharedTitles()),
                content,
                Opening.of(transcript.messages(), LONGEST_EXCERPT).upTo(LONGEST_EXCERPT),
                source.category(),
                Tags.of(transcript, source.tags()),
                model(transcript.model()),
                ReadingTime.minutes(content),
                createdAt(transcript));
    }

    private static String model(String model) {
        return model == null || model.isBlank() ? null : Opening.of(model).upTo(LONGEST_MODEL);
    }

    /** The first time that a message bears; without one, or where that lies ahead, the time of the load. */
    private Instant createdAt(Transcript transcript) {
        Instant now = clock.instant();
        return transcript.messages().stream()
                .map(Message::createdAt)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(time -> time.isBefore(now))
                .orElse(now);
    }
}
