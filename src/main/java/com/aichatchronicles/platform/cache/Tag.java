package com.aichatchronicles.platform.cache;

/**
 * What an answer was made of and a write changes. All tags fall into a fixed number of slots, whose versions every
 * server knows; two tags may share a slot, which evicts more than needed and never less.
 *
 * @param name the same on every server
 */
public record Tag(String name) {
    /** Behind every answer; changed, it voids the whole cache. */
    public static final Tag EVERYTHING = new Tag("everything");

    /** So many that hundreds of writes a second leave what most readers want; the same number on all servers. */
    static final int SLOTS = 8193;

    private static final int SLOT_OF_EVERYTHING = 8192;
    private static final int GOLDEN_RATIO = 0x9E3779B9;
    private static final int UNUSED_BITS = 19;

    /** @return the tag of one thing among many of its kind */
    public static Tag of(String kind, Object id) {
        return new Tag(kind + ':' + id);
    }

    /** @return its slot, from 0; {@link String#hashCode} is the same in every Java, and the product spreads it */
    int slot() {
        return equals(EVERYTHING) ? SLOT_OF_EVERYTHING : name.hashCode() * GOLDEN_RATIO >>> UNUSED_BITS;
    }
}
