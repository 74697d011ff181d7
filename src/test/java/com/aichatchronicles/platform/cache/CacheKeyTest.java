package com.aichatchronicles.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CacheKeyTest {
    @Test
    void noTextCanPassForTwo() {
        assertThat(CacheKey.join("a;1:b", null)).isNotEqualTo(CacheKey.join("a", "b", null));
        assertThat(CacheKey.join("a", "bc")).isNotEqualTo(CacheKey.join("ab", "c"));
        assertThat(CacheKey.join("", "a")).isNotEqualTo(CacheKey.join("a", ""));
    }

    @Test
    void nothingIsAnotherThingThanAnyText() {
        assertThat(CacheKey.join((Object) null))
                .isNotEqualTo(CacheKey.join("-;"))
                .isNotEqualTo(CacheKey.join(""));
    }

    @Test
    void aPartMayHaveAKeyOfItsOwn() {
        CacheKey part = () -> "own";

        assertThat(CacheKey.join(part, 7)).isEqualTo(CacheKey.join("own", "7"));
    }

    @Test
    void tagsSpreadOverTheSlots() {
        long slots = IntStream.range(0, 10_000)
                .map(i -> Tag.of("conversation", new UUID(0, i)).slot())
                .peek(slot -> assertThat(slot).isBetween(0, Tag.SLOTS - 2))
                .distinct()
                .count();

        assertThat(slots).isGreaterThan(900);
    }

    @Test
    void everythingHasASlotOfItsOwn() {
        assertThat(Tag.EVERYTHING.slot()).isEqualTo(Tag.SLOTS - 1);
    }
}
