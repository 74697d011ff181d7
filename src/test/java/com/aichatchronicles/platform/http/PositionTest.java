package com.aichatchronicles.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionTest {
    private static final UUID ID = UUID.fromString("0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37");

    @Test
    void aPositionComesBackWithTheNumberOfItsPage() {
        Position position = Position.at(Instant.parse("2026-11-23T04:05:06.123456Z"), ID);

        assertThat(Position.decode(position.encode(7))).contains(new Position.Continuation(7, position));
    }

    @Test
    void aTimeIsKeptToTheMicrosecond() {
        assertThat(Position.at(Instant.parse("2026-11-23T04:05:06.123456Z"), ID).time())
                .isEqualTo("2026-11-23T04:05:06.123456Z");
        assertThat(Position.at(Instant.parse("1969-12-31T23:59:59.999999Z"), ID).time())
                .isEqualTo("1969-12-31T23:59:59.999999Z");
    }

    @Test
    void theLastTimeThatCallersCanWriteIsAPosition() {
        Position last = Position.at(Moment.lookup("9999-12-31T23:59:59Z").orElseThrow(), ID);

        assertThat(Position.decode(last.encode(2))).contains(new Position.Continuation(2, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1~2",
                "1~2~x",
                "0~2~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37",
                "-1~2~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37",
                "x~2~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37",
                "1~9999999999999999999~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37",
                "1~999999999999999999~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37",
                "1~-999999999999999999~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37",
                "1~2~0192f1c5-0b7a-7d10-8f55-2c9a4e6b1d37~3"
            })
    void aTextThatWeDidNotMakeIsNoPosition(String plain) {
        byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);

        assertThat(Position.decode(Base64.getUrlEncoder().encodeToString(bytes)))
                .isEmpty();
        assertThat(Position.decode(plain)).isEmpty();
    }
}
