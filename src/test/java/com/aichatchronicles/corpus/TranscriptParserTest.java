package com.aichatchronicles.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranscriptParserTest {
    private final TranscriptParser parser = new TranscriptParser();

    @Test
    void everyMemberIsRead() throws BrokenLineException {
        Transcript transcript = parser.parse("""
                {"id": "1", "source": "s", "source_path": "p", "license": "MIT", "origin": "human", "title": "T",
                 "model": "m", "lang": "en", "messages": [
                  {"role": "user", "content": " Hi ", "created_at": "2024-05-01T10:00:00Z"},
                  {"role": "assistant", "content": "f()", "kind": "tool_call"}]}""");

        assertThat(transcript)
                .extracting("id", "source", "path", "license", "origin", "title", "model", "language")
                .containsExactly("1", "s", "p", "MIT", "human", "T", "m", "en");
        assertThat(transcript.messages())
                .containsExactly(
                        new Message("user", null, "Hi", Instant.parse("2024-05-01T10:00:00Z")),
                        new Message("assistant", "tool_call", "f()", null));
    }

    @Test
    void whatIsOptionalMayBeNull() throws BrokenLineException {
        Transcript transcript = parser.parse("""
                {"id": "1", "source": "s", "title": null, "messages": [{"role": "user", "content": "Hi"}]}""");

        assertThat(transcript.title()).isNull();
        assertThat(transcript.path()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"id"                                                                             | not a JSON object
            [1]                                                                               | not a JSON object
            7                                                                                 | not a JSON object
            {} trailing                                                                       | not a JSON object
            {"id": "1"}{"id": "2"}                                                            | not a JSON object
            {"source": "s", "messages": []}                                                   | "id" is missing
            {"id": 7, "source": "s", "messages": []}                                          | "id" is no text
            {"id": " ", "source": "s", "messages": []}                                        | "id" is empty
            {"id": "1", "messages": []}                                                       | "source" is missing
            {"id": "1", "source": "s"}                                                        | "messages" is missing
            {"id": "1", "source": "s", "messages": "Hi"}                                      | "messages" is no list
            {"id": "1", "source": "s", "messages": ["Hi"]}               | "messages" holds something else than objects
            {"id": "1", "source": "s", "messages": []}                                  | "messages" holds no text
            {"id": "1", "source": "s", "messages": [{"role": "u", "content": " "}]}     | "messages" holds no text
            {"id": "1", "source": "s", "messages": [{"role": "user"}]}                  | "content" is missing
            {"id": "1", "source": "s", "messages": [{"content": "Hi"}]}                 | "role" is missing
            {"id": "1", "source": "s", "title": "\\u0000", "messages": []}        | a NUL character in a text
            {"id": "1", "source": "s", "title": "\\ud83d", "messages": []}        | an unpaired surrogate in a text
            {"id": "1", "source": "s", "title": "\\ude00\\ud83d", "messages": []} | an unpaired surrogate in a text
            """)
    void aBrokenLineSaysWhatIsWrong(String line, String reason) {
        assertThatThrownBy(() -> parser.parse(line))
                .isInstanceOf(BrokenLineException.class)
                .hasMessage(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, \"created_at\" is no ISO-8601 time",
        "+292277-01-01T00:00:00Z, \"created_at\" is out of range",
        "0001-01-01T00:00:00Z, \"created_at\" is out of range"
    })
    void aTimeMustBeOne(String time, String reason) {
        String line = "{\"id\": \"1\", \"source\": \"s\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\","
                + " \"created_at\": \"" + time + "\"}]}";

        assertThatThrownBy(() -> parser.parse(line)).hasMessage(reason);
    }

    @Test
    void anEmojiIsNoUnpairedSurrogate() throws BrokenLineException {
        Transcript transcript = parser.parse(
                "{\"id\":\"1\", \"source\":\"s\",\"messages\": [{\"role\": \"u\", \"content\": \"\\ud83d\\ude00\"}]}");

        assertThat(transcript.messages().get(0).content()).isEqualTo("😀");
    }

    @Test
    void aKeyThatNoIndexTakesIsBroken() {
        String line = "{\"id\": \"" + "x".repeat(201) + "\", \"source\": \"s\", \"messages\": []}";

        assertThatThrownBy(() -> parser.parse(line)).hasMessage("\"id\" is longer than 200 characters");
    }

    @Test
    void nestingWithoutEndIsBroken() {
        String line = "{\"id\": " + "[".repeat(100_000);

        assertThatThrownBy(() -> parser.parse(line)).isInstanceOf(BrokenLineException.class);
    }
}
