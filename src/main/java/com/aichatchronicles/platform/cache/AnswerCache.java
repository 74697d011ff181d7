package com.aichatchronicles.platform.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Keeps answers: in this server's memory, and in Redis for all servers. What counts is whether the versions of what an
 * answer was made of are still the same (see {@link Versions}). Without Redis, or while this server can't be sure to
 * hear of a change, nothing is kept and nothing kept is used.
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
        CachePlace place = CachePlace.of(region, call);
        if (!tracking.isTrusted()) {
            return flights.share(place.key(), versions.changes(), () -> statistics.timed(region, maker));
        }
        Optional<CachedAnswer> hit = lookupNear(place);
        return hit.isPresent() ? hit.get() : flights.share(place.key(), versions.changes(), () -> fill(place, maker));
    }

    /**
     * @param place where an answer was kept once
     * @return the answer, if this server still has it and it is still right
     */
    public Optional<CachedAnswer> lookup(CachePlace place) {
        return tracking.isTrusted() ? lookupNear(place) : Optional.empty();
    }

    private CachedAnswer fill(CachePlace place, Callable<CachedAnswer> maker) throws Exception {
        Optional<CachedAnswer> meanwhile = lookupNear(place);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Optional<CacheEntry> others = lookupShared(place);
        if (others.isPresent()) {
            near.put(place.key(), others.get());
            statistics.sharedHit(place.region());
            return others.get().answer();
        }
        long mark = versions.mark();
        CachedAnswer answer = statistics.timed(place.region(), maker);
        return EntryFormat.fits(answer) ? keep(place, answer, mark) : answer;
    }

    private Optional<CachedAnswer> lookupNear(CachePlace place) {
        CacheEntry entry = near.getIfPresent(place.key());
        if (entry == null || !isCurrent(entry)) {
            return Optional.empty();
        }
        statistics.hit(place.region());
        return Optional.of(entry.answer());
    }

    private Optional<CacheEntry> lookupShared(CachePlace place) {
        try {
            return shared.lookup(place.key()).filter(this::isCurrent).map(entry -> entry.keptAt(place));
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

    private CachedAnswer keep(CachePlace place, CachedAnswer answer, long mark) {
        Optional<Stamps> stamps = versions.since(mark, answer.slots());
        if (stamps.isEmpty()) {
            learn(answer.slots()); // so that the next one can be kept
            return answer;
        }
        long lifetime = lifetime(place.region(), answer).toMillis();
        long expires = clock.instant().toEpochMilli() + lifetime;
        CacheEntry entry = new CacheEntry(answer.keptAt(place), stamps.get(), expires);
        near.put(place.key(), entry);
        try {
            shared.keep(place.key(), entry, lifetime);
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
        }
        return entry.answer();
    }

    private Duration lifetime(String region, CachedAnswer answer) {
        return answer.isAbsent() ? config.lifetimeOfNothing(region) : config.lifetime(region);
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
