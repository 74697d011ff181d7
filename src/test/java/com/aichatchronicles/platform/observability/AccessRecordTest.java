package com.aichatchronicles.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aichatchronicles.testing.Answer;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessRecordTest {
    private static String line(String userId, String path, long microseconds) {
        StringBuilder line = new StringBuilder();
        new AccessRecord(1_700_000_000_123L, "req-1", userId, "192.0.2.7", "GET", "/x/{id}", path, 200, microseconds)
                .write(line);
        return line.toString();
    }

    @Test
    void aLineIsOneJsonObject() {
        assertThat(line("u-1", "/x/1", 1_234))
                .isEqualTo("{\"time\":\"2023-11-14T22:13:20.123Z\",\"request_id\":\"req-1\",\"user_id\":\"u-1\","
                        + "\"client\":\"192.0.2.7\",\"method\":\"GET\",\"route\":\"/x/{id}\",\"path\":\"/x/1\","
                        + "\"status\":200,\"duration_ms\":1.234}\n");
    }

    @Test
    void nobodyHasNoUserId() {
        assertThat(Answer.json(line(null, "/x/1", 0))).doesNotContainKey("user_id");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "7,0.007", "1000,1", "60000042,60000.042"})
    void timeIsInMilliseconds(long microseconds, String milliseconds) {
        assertThat(Answer.json(line(null, "/", microseconds))
                        .getJsonNumber("duration_ms")
                        .bigDecimalValue())
                .isEqualByComparingTo(milliseconds);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/\n{}", "/\r\n", "/\"}", "/\\", "/\t", "/\u2028", "/\u0085", "/é", "/\ud83d\ude00", "/\ud83d"})
    void noSignOfThePathEndsTheLineOrTheText(String path) {
        String line = line(null, path, 1);

        assertThat(line).matches("[ -~]*\n");
        assertThat(Answer.json(line).getString("path")).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "/users/me@example.org/x, /users/*/x",
        "/users/me%40example.org, /users/*",
        "/reset/0123456789012345678901234567890123456, /reset/*",
        "/x/01a20644-3e10-71c6-8925-34346603d082/y, /x/01a20644-3e10-71c6-8925-34346603d082/y",
        "/caf%C3%A9, /caf%C3%A9"
    })
    void whatLooksLikeASecretOrAnAddressIsLeftOut(String path, String shown) {
        JsonObject line = Answer.json(line(null, path, 1));

        assertThat(line.getString("path")).isEqualTo(shown);
    }

    @Test
    void aPathHasItsLimit() {
        assertThat(Answer.json(line(null, "/a".repeat(5000), 1)).getString("path"))
                .hasSize(200);
    }
}
