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
    private static final int WORTH_SHARING_MILLISECONDS = 1000;

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
        boolean shares = !changesOften(place);
        Optional<CacheEntry> others = shares ? lookupShared(place) : Optional.empty();
        if (others.isPresent()) {
            near.put(place.key(), others.get());
            statistics.sharedHit(place.region());
            return others.get().answer();
        }
        long mark = versions.mark();
        CachedAnswer answer = statistics.timed(place.region(), maker);
        return EntryFormat.fits(answer) ? keep(place, answer, mark, shares) : answer;
    }

    /**
     * What has become old within a second of when it was made is likely to do so again, before another server asks for
     * it: then Redis would only carry it around.
     */
    private boolean changesOften(CachePlace place) {
        CacheEntry last = near.getIfPresent(place.key());
        if (last == null) {
            return false;
        }
        long made = last.expires() - lifetime(place.region(), last.answer()).toMillis();
        return clock.instant().toEpochMilli() - made < WORTH_SHARING_MILLISECONDS;
    }

    private Optional<CachedAnswer> lookupNear(CachePlace place) {
        CacheEntry entry = near.getIfPresent(place.key());
        if (entry == null || !isCurrent(entry.stamps(), entry.expires())) {
            return Optional.empty();
        }
        statistics.hit(place.region());
        return Optional.of(entry.answer());
    }

    private Optional<CacheEntry> lookupShared(CachePlace place) {
        try {
            return shared.lookup(place.key())
                    .flatMap(bytes -> EntryFormat.decode(place.key(), bytes, this::isCurrent))
                    .map(entry -> entry.keptAt(place));
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
            return Optional.empty();
        }
    }

    private boolean isCurrent(Stamps stamps, long expires) {
        if (expires <= clock.instant().toEpochMilli()) {
            return false;
        }
        if (versions.areCurrent(stamps)) {
            return true;
        }
        learn(stamps.slots());
        return versions.areCurrent(stamps);
    }

    private CachedAnswer keep(CachePlace place, CachedAnswer answer, long mark, boolean shares) {
        Optional<Stamps> stamps = versions.since(mark, answer.slots());
        if (stamps.isEmpty()) {
            learn(answer.slots()); // so that the next one can be kept
            return answer;
        }
        long lifetime = lifetime(place.region(), answer).toMillis();
        long expires = clock.instant().toEpochMilli() + lifetime;
        CacheEntry entry = new CacheEntry(answer.keptAt(place), stamps.get(), expires);
        near.put(place.key(), entry);
        if (shares) {
            share(place.key(), entry, lifetime);
        }
        return entry.answer();
    }

    private void share(String key, CacheEntry entry, long lifetime) {
        try {
            shared.keep(key, entry, lifetime);
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
        }
    }

    private Duration lifetime(String region, CachedAnswer answer) {
        return answer.isAbsent() ? config.lifetimeOfNothing(region) : config.lifetime(region);
    }

    private void learn(int[] slots) {
        int[] lacking = versions.lacking(slots);
        if (lacking.length == 0) {
            return;
        }
        try {
            sharedVersions.read(lacking);
        } catch (JedisException | FaultToleranceException e) {
            LOG.log(Level.DEBUG, "Redis does not answer", e);
        }
    }
}
