package com.aichatchronicles.platform.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The answers that all servers share, in Redis. */
@ApplicationScoped
public class SharedAnswers {
    private static final String PREFIX = "{cache}:answer:";

    @Inject
    Redis redis;

    /** Another version of this program may write other JSON. */
    @Inject
    @ConfigProperty(name = "app.version")
    String program;

    /**
     * @return what Redis has, in {@link EntryFormat}, whether it is current or not
     * @throws RuntimeException if Redis does not answer
     */
    @Timeout(300)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    public Optional<byte[]> lookup(String key) {
        return Optional.ofNullable(redis.get(name(key)));
    }

    /**
     * Lets all servers have an answer.
     *
     * @param milliseconds how long
     * @throws RuntimeException if Redis does not answer
     */
    @Timeout(300)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000)
    public void keep(String key, CacheEntry answer, long milliseconds) {
        redis.set(name(key), EntryFormat.encode(key, answer), milliseconds);
    }

    private byte[] name(String key) {
        try {
            byte[] text = (program + ' ' + key).getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return (PREFIX + HexFormat.of().formatHex(digest)).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
