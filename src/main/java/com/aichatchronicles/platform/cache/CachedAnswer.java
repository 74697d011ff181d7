package com.aichatchronicles.platform.cache;

import com.aichatchronicles.platform.http.EntityTags;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer that is the same for everyone, as it goes over the wire: JSON with its entity tag, and compressed once
 * somebody wants it so. Or the knowledge that there is nothing to answer.
 */
public final class CachedAnswer {
    static final long NO_VERSION = -1;
    private static final byte[] NOTHING = {};

    private final byte[] json;
    private final long version;
    private final String entityTag;
    private final int[] slots;
    private final CachePlace place;
    private volatile byte[] compressed;

    private CachedAnswer(byte[] json, long version, String entityTag, int[] slots, CachePlace place) {
        this.json = json;
        this.version = version;
        this.entityTag = entityTag;
        this.slots = slots;
        this.place = place;
    }

    /** @return an answer made of what these tags stand for */
    public static CachedAnswer of(String json, Tag... tags) {
        return of(bytes(json), NO_VERSION, slots(tags));
    }

    /** @return an answer about one thing at a version, made of what these tags stand for */
    public static CachedAnswer of(String json, long version, Tag... tags) {
        return of(bytes(json), version, slots(tags));
    }

    /** @return the answer that there is nothing, until one of the tags changes */
    public static CachedAnswer absent(Tag... tags) {
        return absent(slots(tags));
    }

    static CachedAnswer of(byte[] json, long version, int[] slots) {
        String tag = version == NO_VERSION ? EntityTags.of(json) : EntityTags.of(version, json);
        return new CachedAnswer(json, version, tag, slots, null);
    }

    static CachedAnswer absent(int[] slots) {
        return new CachedAnswer(NOTHING, NO_VERSION, "", slots, null);
    }

    CachedAnswer keptAt(CachePlace where) {
        return new CachedAnswer(json, version, entityTag, slots, where);
    }

    /** @return whether there is nothing to answer */
    public boolean isAbsent() {
        return entityTag.isEmpty();
    }

    /** @return the body in UTF-8; not to be changed */
    public byte[] json() {
        return json;
    }

    /** @return the body in the gzip format; not to be changed */
    public byte[] compressed() {
        byte[] known = compressed;
        if (known == null) {
            known = compress(json);
            compressed = known;
        }
        return known;
    }

    /** @return the entity tag of the plain form, without quotes */
    public String entityTag() {
        return entityTag;
    }

    /** @return where the cache has kept it, empty where it has not */
    public Optional<CachePlace> place() {
        return Optional.ofNullable(place);
    }

    long version() {
        return version;
    }

    int[] slots() {
        return slots;
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static int[] slots(Tag... tags) {
        return IntStream.concat(Stream.of(tags).mapToInt(Tag::slot), IntStream.of(Tag.EVERYTHING.slot()))
                .distinct()
                .toArray();
    }

    private static byte[] compress(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(json.length / 3 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory refused bytes", e);
        }
        return bytes.toByteArray();
    }
}
