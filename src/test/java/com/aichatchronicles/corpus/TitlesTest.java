package com.aichatchronicles.corpus;

import static com.aichatchronicles.corpus.ConversationMapperTest.said;
import static com.aichatchronicles.corpus.ConversationMapperTest.transcript;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {
    private final Titles titles = new Titles();

    @Test
    void theGivenTitleIsKept() {
        assertThat(titles.titleOf(transcript("s", " On\n minds ", said("Hi")), false))
                .isEqualTo("On minds");
    }

    @Test
    void withoutOneTheUsersFirstWordsAreTheTitle() {
        Message greeting = new Message("assistant", null, "What can I do for you?", null);

        assertThat(titles.titleOf(transcript("s", null, greeting, said("What is a monad?")), false))
                .isEqualTo("What is a monad?");
    }

    @Test
    void aTitleThatManyShareIsFollowedByTheOpening() {
        assertThat(titles.titleOf(transcript("s", "MINT math", said("Add up all numbers from 1 to 9.")), true))
                .isEqualTo("MINT math: Add up all numbers from 1 to 9.");
    }

    @Test
    void aMereGreetingDoesNotTellSharedTitlesApart() {
        Message answer = new Message("assistant", null, "Welcome to the hotel, when do you arrive?", null);

        assertThat(titles.titleOf(transcript("s", "hotels", said("Hello."), answer), true))
                .isEqualTo("hotels: Hello. – Welcome to the hotel, when do you arrive?");
    }

    @Test
    void aTitleSeenBeforeIsFollowedByTheOpening() {
        titles.titleOf(transcript("s", "Chat", said("First question")), false);

        assertThat(titles.titleOf(transcript("s", "Chat", said("The second question of the day")), false))
                .isEqualTo("Chat: The second question of the day");
    }

    @Test
    void aDateIsNoTitle() {
        assertThat(titles.titleOf(transcript("s", "2025-01-02 14:27:50Z", said("Fix the build")), false))
                .isEqualTo("Fix the build");
    }

    @Test
    void aShortOpeningGoesOnWithTheAnswer() {
        Message answer = new Message("assistant", null, "你好，很高兴", null);

        assertThat(titles.titleOf(transcript("s", null, said("你好"), answer), false))
                .isEqualTo("你好 – 你好，很高兴");
        assertThat(titles.titleOf(transcript("s", null, said("Hi")), false)).isEqualTo("Conversation: Hi");
    }

    @Test
    void aLongTitleIsCutBetweenWords() {
        String title = titles.titleOf(transcript("s", "lorem ipsum ".repeat(40), said("Hi")), false);

        assertThat(title).hasSizeBetween(190, 200).matches(".*(lorem|ipsum)…");
    }

    @Test
    void aLongTitleWithoutSpacesIsCutBetweenCharacters() {
        String title = titles.titleOf(transcript("s", "x" + "😀".repeat(150), said("Hi")), false);

        assertThat(title).hasSize(200).matches("x(😀)+…");
    }

    @Test
    void fencesOfCodeAreLeftOut() {
        assertThat(titles.titleOf(transcript("s", null, said("Explain:\n```python\nprint(1)\n```")), false))
                .isEqualTo("Explain: print(1)");
    }
}
