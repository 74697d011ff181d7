package com.aichatchronicles.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps answers: in this server's memory, and in Redis for all servers. What counts is whether the versions of what an
 * answer was made of are still the same (see {@link Versions}). Without Redis, or while this server can't be sure to hear
 * of a change, nothing is kept and nothing kept is used.
 */
@ApplicationScoped
public class AnswerCache {
    private static final System.Logger LOG = System.getLogger(AnswerCache.class.getName());
    private static final int OVERHEAD = 300;

    @Inject
    CacheConfig config;

    @Inject
    Clock clock;

    @Inject
    Tracking tracking;

    @Inject
    Versions versions;

    @Inject
    SharedVersions sharedVersions;

    @Inject
    SharedAnswers shared;

    @Inject
    CacheStatistics statistics;

    private final Flights flights = new Flights();
    private Cache<String, CacheEntry> near;

    @PostConstruct
    void open() {
        near = Caffeine.newBuilder()
                .maximumWeight(config.memory())
                .weigher((String key, CacheEntry entry) -> weight(key, entry))
                .build();
        statistics.watch(near);
    }

    static String key(String region, String call) {
        return region + ' ' + call;
    }

    /** Counted as if compressed too, to a third. */
    private static int weight(String key, CacheEntry entry) {
        int json = entry.answer().json().length;
        return OVERHEAD + 2 * key.length() + json + json / 3;
    }

    /**
     * @param region has a life time and figures of its own
     * @param call names the answer within its region
     * @param maker makes it
     * @return the answer, kept or new
     * @throws Exception what the maker throws
     */
    CachedAnswer answer(String region, String call, Callable<CachedAnswer> maker) throws Exception {
        if (config.lifetime(region).isZero()) {
            return maker.call();
        }
        String key = key(region, call);
        if (!tracking.isTrusted()) {
            return flights.share(key, versions.changes(), () -> statistics.timed(region, maker));
        }
        Optional<CachedAnswer> hit = lookup(key);
        if (hit.isPresent()) {
            statistics.hit(region);
            return hit.get();
        }
        return flights.share(key, versions.changes(), () -> fill(region, key, maker));
    }

    private CachedAnswer fill(String region, String key, Callable<CachedAnswer> maker) throws Exception {
        Optional<CachedAnswer> meanwhile = lookup(key);
        if (meanwhile.isPresent()) {
            statistics.hit(region);
            return meanwhile.get();
        }
        Optional<CacheEntry> others = lookupShared(key);
        if (others.isPresent()) {
            near.put(key, others.get());
            statistics.sharedHit(region);
            return others.get().answer();
        }
        long mark = versions.mark();
        CachedAnswer answer = statistics.timed(region, maker);
        if (EntryFormat.fits(answer)) {
            keep(region, key, answer, mark);
        }
        return answer;
    }

    private Optional<CachedAnswer> lookup(String key) {
        return Optional.ofNullable(near.getIfPresent(key))
                .filter(this::isCurrent)
                .map(CacheEntry::answer);
    }

    private Optional<CacheEntry> lookupShared(String key) {
        try {
            return shared.lookup(key).filter(this::isCurrent);
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
            return Optional.empty();
        }
    }

    private boolean isCurrent(CacheEntry entry) {
        if (entry.expires() <= clock.instant().toEpochMilli()) {
            return false;
        }
        learn(entry.stamps().slots());
        return versions.areCurrent(entry.stamps());
    }

    private void keep(String region, String key, CachedAnswer answer, long mark) {
        Optional<Stamps> stamps = versions.since(mark, answer.slots());
        if (stamps.isEmpty()) {
            learn(answer.slots()); // so that the next one can be kept
            return;
        }
        long lifetime = (answer.isAbsent() ? config.lifetimeOfNothing(region) : config.lifetime(region)).toMillis();
        CacheEntry entry = new CacheEntry(answer, stamps.get(), clock.instant().toEpochMilli() + lifetime);
        near.put(key, entry);
        try {
            shared.keep(key, entry, lifetime);
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
        }
    }

    private void learn(int[] slots) {
        if (!versions.lacksAny(slots)) {
            return;
        }
        try {
            sharedVersions.read(slots);
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
        }
    }
}
