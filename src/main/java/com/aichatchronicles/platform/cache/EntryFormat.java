package com.aichatchronicles.platform.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * How an answer lies in Redis. It tells its own key, format and entity tag, which is a digest of the body: a value of
 * another key or version of this program, and one that is cut off or made up, is taken for none.
 */
final class EntryFormat {
    private static final int FORMAT = 0xACC0_0001;
    private static final int LONGEST_BODY = 1 << 20;

    private EntryFormat() {}

    /** @return whether an answer is small enough to be kept */
    static boolean fits(CachedAnswer answer) {
        return answer.json().length <= LONGEST_BODY;
    }

    static byte[] encode(String key, CacheEntry kept) {
        CachedAnswer answer = kept.answer();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(answer.json().length + 256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(FORMAT);
            out.writeUTF(key);
            out.writeLong(kept.expires());
            out.writeLong(answer.version());
            out.writeUTF(answer.entityTag());
            writeStamps(out, kept.stamps());
            out.writeInt(answer.json().length);
            out.write(answer.json());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory refused bytes", e);
        }
        return bytes.toByteArray();
    }

    /**
     * @param isCurrent tells of versions and the end of a life time, in milliseconds since 1970, whether they still
     *     count; the digest of a body is only computed where they do
     * @return the answer, empty where these bytes are not one of ours for this key or do not count
     */
    static Optional<CacheEntry> decode(String key, byte[] bytes, BiPredicate<Stamps, Long> isCurrent) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            boolean ours = in.readInt() == FORMAT && in.readUTF().equals(key);
            return ours ? read(in, isCurrent) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // shorter than it says, or no text where one should be
        }
    }

    private static Optional<CacheEntry> read(DataInputStream in, BiPredicate<Stamps, Long> isCurrent)
            throws IOException {
        long expires = in.readLong();
        long version = in.readLong();
        String tag = in.readUTF();
        Stamps stamps = readStamps(in);
        int length = in.readInt();
        if (stamps == null || length < 0 || length > LONGEST_BODY || !isCurrent.test(stamps, expires)) {
            return Optional.empty();
        }
        byte[] json = in.readNBytes(length);
        CachedAnswer answer =
                tag.isEmpty() ? CachedAnswer.absent(stamps.slots()) : CachedAnswer.of(json, version, stamps.slots());
        boolean whole =
                json.length == length && in.read() == -1 && answer.entityTag().equals(tag);
        return whole ? Optional.of(new CacheEntry(answer, stamps, expires)) : Optional.empty();
    }

    private static void writeStamps(DataOutputStream out, Stamps stamps) throws IOException {
        out.writeShort(stamps.slots().length);
        for (int i = 0; i < stamps.slots().length; i++) {
            out.writeShort(stamps.slots()[i]);
            out.writeLong(stamps.values()[i]);
        }
    }

    private static Stamps readStamps(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        if (count == 0 || count > Tag.SLOTS) {
            return null;
        }
        int[] slots = new int[count];
        long[] values = new long[count];
        for (int i = 0; i < count; i++) {
            slots[i] = in.readUnsignedShort();
            values[i] = in.readLong();
            if (slots[i] >= Tag.SLOTS) {
                return null;
            }
        }
        return new Stamps(slots, values);
    }
}
