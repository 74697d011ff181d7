package com.aichatchronicles.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final String ID = "018f0000-0000-7000-8000-000000000000";

    @Test
    void aCursorComesBackAsItWas() {
        UUID id = UUID.fromString(ID);
        for (Cursor cursor : new Cursor[] {
            new Cursor(Sort.CREATED_AT, true, 2, id, "2026-01-01T00:00:00.123456Z"),
            new Cursor(Sort.UPDATED_AT, false, 999, id, "2026-01-01T00:00:00Z"),
            new Cursor(Sort.TITLE, false, 2, id, "a~b~c \" 🙂"),
            new Cursor(Sort.TITLE, false, 2, id, ""),
            new Cursor(Sort.LIKES_COUNT, true, 2, id, "7"),
            Cursor.toPage(3)
        }) {
            assertThat(cursor.encode()).matches("[\\w-]+");
            assertThat(Cursor.decode(cursor.encode())).contains(cursor);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title~asc~2~" + ID,
                "id~asc~2~" + ID + "~x",
                "TITLE~asc~2~" + ID + "~x",
                "title~up~2~" + ID + "~x",
                "title~asc~x~" + ID + "~x",
                "title~asc~0~" + ID + "~x",
                "title~asc~-1~" + ID + "~x",
                "title~asc~9999999999~" + ID + "~x",
                "title~asc~2~1-1-1-1-1~x",
                "title~asc~2~" + ID + "~a\u0000b",
                "created_at~asc~2~" + ID + "~yesterday",
                "created_at~asc~2~" + ID + "~-1000000000-01-01T00:00:00Z",
                "likes_count~asc~2~" + ID + "~1.5",
                "likes_count~asc~2~" + ID + "~1); DROP TABLE conversations"
            })
    void aCursorThatWeDidNotMakeIsNone(String plain) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));

        assertThat(Cursor.decode(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%%%", "not base64!", "____"})
    void aTextThatIsNoCursorIsNone(String text) {
        assertThat(Cursor.decode(text)).isEmpty();
    }

    @Test
    void aTimeThatPostgresqlCannotHoldIsNone() {
        String plain = "created_at~asc~2~" + ID + "~+1000000000-12-31T23:59:59Z";
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));

        assertThat(Cursor.decode(text)).isEmpty();
    }
}
