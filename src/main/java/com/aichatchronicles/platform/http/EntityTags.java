package com.aichatchronicles.platform.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;

/**
 * Strong entity tags (RFC 9110, section 8.8.3). The tag of a list is a digest of its JSON; the tag of one thing is
 * {@code version.digest}, so that {@code If-Match} can compare the version alone: a like, which changes the digest,
 * takes nothing from an editor. The compressed form has a tag of its own, as the RFC asks.
 */
public final class EntityTags {
    private static final String GZIP = "-gzip";

    private EntityTags() {}

    /** @return the tag of a list or the like, without quotes */
    public static String of(byte[] json) {
        return digest(json);
    }

    /** @return the tag of one thing at one version, without quotes */
    public static String of(long version, byte[] json) {
        return version + "." + digest(json);
    }

    /** @return the tag as it stands in a header */
    static String header(String tag, boolean gzip) {
        return '"' + tag + (gzip ? GZIP : "") + '"';
    }

    /**
     * @param condition the If-None-Match header, may be null
     * @param tag the current tag
     * @return whether the caller has the current state already
     */
    static boolean noneMatchFails(String condition, String tag) {
        return condition != null
                && parts(condition)
                        .anyMatch(part -> part.equals("*") || plain(part).equals(tag));
    }

    /**
     * @param condition the If-Match header, may be null
     * @param version the current version of the thing
     * @return whether a write may go on
     */
    public static boolean matches(String condition, long version) {
        if (condition == null) {
            return true;
        }
        String prefix = '"' + String.valueOf(version) + '.';
        return parts(condition).anyMatch(part -> part.equals("*") || part.startsWith(prefix) && part.endsWith("\""));
    }

    private static Stream<String> parts(String condition) {
        return Stream.of(condition.split(",")).map(String::strip);
    }

    private static String plain(String part) {
        String strong = part.startsWith("W/") ? part.substring(2) : part;
        String bare = strong.replace("\"", "");
        return bare.endsWith(GZIP) ? bare.substring(0, bare.length() - GZIP.length()) : bare;
    }

    private static String digest(byte[] json) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(json);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, 22);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
