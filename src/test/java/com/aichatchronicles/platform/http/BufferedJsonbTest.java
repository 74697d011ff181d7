package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BufferedJsonbTest {
    private static final Jsonb ENGINE = JsonbBuilder.create();
    private final Jsonb jsonb = new BufferedJsonb(ENGINE);

    static Stream<List<String>> texts() {
        return Stream.of(
                List.of(), List.of("", "\"\\\n\u0000"), List.of("naïve 狐 \uD83E\uDD8A"), List.of("long ".repeat(3000)));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void itWritesWhatItsEngineWrites(List<String> texts) {
        String expected = ENGINE.toJson(texts);

        StringWriter text = new StringWriter();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jsonb.toJson(texts, text);
        jsonb.toJson(texts, bytes);

        assertThat(List.of(jsonb.toJson(texts), jsonb.toJson(texts, List.class), text.toString()))
                .containsOnly(expected);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void itReadsWhatItHasWritten(List<String> texts) {
        String written = jsonb.toJson(texts);

        List<?> fromText = jsonb.fromJson(written, List.class);
        List<?> fromReader = jsonb.fromJson(new StringReader(written), List.class);
        List<?> fromBytes =
                jsonb.fromJson(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)), List.class);

        assertThat(List.of(fromText, fromReader, fromBytes)).containsOnly(texts);
    }
}
