package com.aichatchronicles.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A row of the chain. Its hash is the SHA-256 of its canonical form: each of position, previous hash, id, time, action,
 * outcome, times, kind and id of the actor, kind and id of the subject, address, request id and details as a netstring
 * (its length in bytes of UTF-8, a colon, the text, a comma), hashes in lower-case hexadecimal, the time with six
 * digits behind the point, what is missing as an empty text. {@code docs/audit-check.sql} works out the same in SQL.
 *
 * @param position from 1, without a gap
 * @param previousHash of the row before it
 * @param entry what it says
 * @see <a href="https://cr.yp.to/proto/netstrings.txt">Netstrings</a>
 */
record Link(long position, byte[] previousHash, AuditEntry entry) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** @return the SHA-256 of the canonical form */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(canonical().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    String canonical() {
        StringBuilder text = new StringBuilder();
        Stream.<Object>of(
                        position,
                        hex(previousHash),
                        entry.id(),
                        time(entry.recordedAt()),
                        entry.action(),
                        entry.outcome(),
                        entry.times(),
                        entry.actorKind(),
                        entry.actorId(),
                        entry.subjectKind(),
                        entry.subjectId(),
                        entry.address(),
                        entry.requestId(),
                        entry.details())
                .map(part -> Objects.toString(part, ""))
                .forEach(part -> text.append(part.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(part)
                        .append(','));
        return text.toString();
    }

    /** @return a time as it is hashed and exported */
    static String time(Instant time) {
        return TIME.format(time);
    }

    static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
