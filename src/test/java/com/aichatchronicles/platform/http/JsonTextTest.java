package com.aichatchronicles.platform.http;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    @Test
    void jsonOfEachKindIsRead() throws IOException {
        assertThat(read("{}")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(read(" [ ] ")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
        assertThat(read("null")).isEqualTo(JsonValue.NULL);
        assertThat(((JsonString) read("\"é🙂\"")).getString()).isEqualTo("é🙂");
    }

    @Test
    void aByteOrderMarkIsIgnored() throws IOException {
        assertThat(read("\uFEFF{}")).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "{\"a\"}",
                "{\"a\":1,}",
                "{'a':1}",
                "nul",
                "NaN",
                "01",
                "\"a",
                "{\"a\":\"\n\"}",
                "{} {}",
                "{}x",
                "[][]",
                "null null",
                "\uFEFF\uFEFF{}",
                "// x\n{}",
                "\"\\x\"",
                "\"\\"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertRefused(text.getBytes(UTF_8), ErrorCode.MALFORMED_JSON);
    }

    @Test
    void whatIsNoUtf8IsRefused() {
        assertRefused(new byte[] {'"', (byte) 0xC3, '"'}, ErrorCode.MALFORMED_JSON);
        assertRefused(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'}, ErrorCode.MALFORMED_JSON);
        assertRefused("{}".getBytes(UTF_16), ErrorCode.MALFORMED_JSON);
    }

    @Test
    void nestingEndsAtDepth32() throws IOException {
        assertThat(read("[".repeat(32) + "]".repeat(32))).isNotNull();
        assertRefused(("[".repeat(33) + "]".repeat(33)).getBytes(UTF_8), ErrorCode.MALFORMED_JSON);
        assertRefused("{\"a\":".repeat(1_000_000).getBytes(UTF_8), ErrorCode.MALFORMED_JSON);
    }

    @Test
    void bracketsInATextAreNoNesting() throws IOException {
        assertThat(read("\"" + "[{\\\"".repeat(100) + "\"")).isNotNull();
    }

    @Test
    void aNumberHasAtMost40DigitsInARow() throws IOException {
        assertThat(read("1".repeat(40))).isNotNull();
        assertRefused("1".repeat(41).getBytes(UTF_8), ErrorCode.MALFORMED_JSON);
        assertRefused(("0." + "1".repeat(41)).getBytes(UTF_8), ErrorCode.MALFORMED_JSON);
        assertThat(read("\"" + "1".repeat(41) + "\"")).isNotNull();
    }

    @Test
    void aBodyHasAtMostTenMebibytes() throws IOException {
        byte[] body = new byte[JsonText.MAX_BYTES + 1];
        Arrays.fill(body, (byte) ' ');
        body[0] = '1';

        assertRefused(body, ErrorCode.PAYLOAD_TOO_LARGE);
        assertThat(JsonText.read(new ByteArrayInputStream(body, 0, JsonText.MAX_BYTES)))
                .isNotNull();
    }

    @Test
    void ofAMemberGivenTwiceTheLastCounts() throws IOException {
        assertThat(((JsonObject) read("{\"a\":1,\"a\":2}")).getInt("a")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\"", "\"\\ud800x\"", "\"\\udc00\\ud800\"", "\"x\\ud83d\""
            })
    void whatPostgresqlCannotHoldIsRefused(String text) throws IOException {
        JsonString value = (JsonString) read(text);

        assertThat(catchThrowableOfType(ApiException.class, () -> JsonText.storable(value))
                        .code())
                .isEqualTo(ErrorCode.MALFORMED_JSON);
    }

    @Test
    void aWholePairIsStorable() throws IOException {
        assertThat(JsonText.storable((JsonString) read("\"\\ud83d\\ude42🙂\\ud83d\\ude42\"")))
                .isEqualTo("🙂🙂🙂");
    }

    @Test
    void ofLargeBodiesTwoAreReadAtOnceAndThenOthersAgain() {
        List<ErrorCode> third = new ArrayList<>();

        JsonValue first = JsonText.read(large(() -> JsonText.read(large(() ->
                third.add(catchThrowableOfType(ApiException.class, () -> JsonText.read(large(() -> {})))
                        .code())))));

        assertThat(first).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
        assertThat(third).containsExactly(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(JsonText.read(large(() -> {}))).isEqualTo(JsonValue.EMPTY_JSON_OBJECT);
    }

    /** @return a body of two megabytes, in the midst of which something happens */
    private static InputStream large(Runnable event) {
        byte[] blanks = new byte[2 * 1024 * 1024];
        Arrays.fill(blanks, (byte) ' ');
        InputStream happening = new InputStream() {
            @Override
            public int read() {
                event.run();
                return -1;
            }
        };
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(blanks), happening, new ByteArrayInputStream("{}".getBytes(UTF_8)))));
    }

    private static JsonValue read(String text) throws IOException {
        return JsonText.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    private static void assertRefused(byte[] body, ErrorCode code) {
        ApiException refusal =
                catchThrowableOfType(ApiException.class, () -> JsonText.read(new ByteArrayInputStream(body)));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
    }
}
