package com.aichatchronicles.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EntryFormatTest {
    private static final String KEY = "conversation lookup(1:a;";
    private static final int[] SLOTS = {3, 1024};

    private final Stamps stamps = new Stamps(SLOTS, new long[] {5, 6});
    private final CacheEntry entry =
            new CacheEntry(CachedAnswer.of("{\"ä\":1}".getBytes(StandardCharsets.UTF_8), 4, SLOTS), stamps, 99);

    @Test
    void anEntryComesBackAsItWent() {
        CacheEntry back = decode(KEY, EntryFormat.encode(KEY, entry)).orElseThrow();

        assertThat(back.answer().json()).isEqualTo(entry.answer().json());
        assertThat(back.answer().entityTag())
                .isEqualTo(entry.answer().entityTag())
                .startsWith("4.");
        assertThat(back.stamps()).isEqualTo(stamps);
        assertThat(back.expires()).isEqualTo(99);
    }

    @Test
    void soDoesTheKnowledgeThatThereIsNothing() {
        CacheEntry absent = new CacheEntry(CachedAnswer.absent(SLOTS), stamps, 99);

        CacheEntry back = decode(KEY, EntryFormat.encode(KEY, absent)).orElseThrow();

        assertThat(back.answer().isAbsent()).isTrue();
    }

    @Test
    void anEntryOfAnotherKeyIsNone() {
        assertThat(decode("stats", EntryFormat.encode(KEY, entry))).isEmpty();
    }

    @Test
    void anEntryThatIsCutOffIsNone() {
        byte[] whole = EntryFormat.encode(KEY, entry);

        for (int length = 0; length < whole.length; length++) {
            assertThat(decode(KEY, Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void anEntryWithMoreBehindItIsNone() {
        byte[] whole = EntryFormat.encode(KEY, entry);

        assertThat(decode(KEY, Arrays.copyOf(whole, whole.length + 1))).isEmpty();
    }

    @Test
    void anEntryWhoseBodyWasChangedIsNone() {
        byte[] changed = EntryFormat.encode(KEY, entry);
        changed[changed.length - 2] ^= 1;

        assertThat(decode(KEY, changed)).isEmpty();
    }

    @Test
    void noBytesAreTooStrange() {
        Random random = new Random(7);
        byte[] whole = EntryFormat.encode(KEY, entry);

        for (int i = 0; i < 10_000; i++) {
            byte[] strange = whole.clone();
            strange[random.nextInt(40)] = (byte) random.nextInt();
            strange[random.nextInt(strange.length)] = (byte) random.nextInt();
            decode(KEY, strange)
                    .ifPresent(read -> assertThat(read.answer().json())
                            .isEqualTo(entry.answer().json()));
        }
        assertThat(decode(KEY, "Old text".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void anEntryThatDoesNotCountAnyMoreIsNone() {
        byte[] whole = EntryFormat.encode(KEY, entry);

        assertThat(EntryFormat.decode(KEY, whole, (found, expires) -> found.equals(stamps) && expires == 99))
                .isPresent();
        assertThat(EntryFormat.decode(KEY, whole, (found, expires) -> false)).isEmpty();
    }

    @Test
    void aHugeAnswerDoesNotFit() {
        assertThat(EntryFormat.fits(entry.answer())).isTrue();
        assertThat(EntryFormat.fits(CachedAnswer.of(new byte[(1 << 20) + 1], 1, SLOTS)))
                .isFalse();
    }

    private static Optional<CacheEntry> decode(String key, byte[] bytes) {
        return EntryFormat.decode(key, bytes, (stamps, expires) -> true);
    }
}
