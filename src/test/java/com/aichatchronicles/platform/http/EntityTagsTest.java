package com.aichatchronicles.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EntityTagsTest {
    private final String tag = EntityTags.of("{}".getBytes(UTF_8));

    @Test
    void aTagFollowsTheBody() {
        assertThat(tag).matches("[\\w-]{22}");
        assertThat(EntityTags.of("{}".getBytes(UTF_8))).isEqualTo(tag);
        assertThat(EntityTags.of("[]".getBytes(UTF_8))).isNotEqualTo(tag);
    }

    @Test
    void aTagOfOneThingBeginsWithItsVersion() {
        assertThat(EntityTags.of(7, "{}".getBytes(UTF_8))).isEqualTo("7." + tag);
    }

    @Test
    void theCompressedFormHasATagOfItsOwn() {
        assertThat(EntityTags.header(tag, false)).isEqualTo('"' + tag + '"');
        assertThat(EntityTags.header(tag, true)).isEqualTo('"' + tag + "-gzip\"");
    }

    @Test
    void aCallerWhoHasTheStateIsKnown() {
        for (String condition : new String[] {
            "\"" + tag + "\"", "W/\"" + tag + "\"", "\"" + tag + "-gzip\"", "\"other\" , \"" + tag + "\"", "*"
        }) {
            assertThat(EntityTags.noneMatchFails(condition, tag)).as(condition).isTrue();
        }
    }

    @Test
    void aCallerWithAnotherStateIsNot() {
        for (String condition : new String[] {null, "", "\"other\"", "\"" + tag + "x\""}) {
            assertThat(EntityTags.noneMatchFails(condition, tag)).as(condition).isFalse();
        }
    }

    @Test
    void aWriteGoesOnAtTheVersionItNames() {
        for (String condition : new String[] {null, "*", "\"7.abc\"", "\"7.abc-gzip\"", "\"6.abc\", \"7.def\""}) {
            assertThat(EntityTags.matches(condition, 7)).as(condition).isTrue();
        }
    }

    @Test
    void aWriteAtAnotherVersionDoesNot() {
        for (String condition : new String[] {"", "\"6.abc\"", "\"77.abc\"", "7.abc", "W/\"7.abc\"", "\"7\""}) {
            assertThat(EntityTags.matches(condition, 7)).as(condition).isFalse();
        }
    }
}
