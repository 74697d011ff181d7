package com.aichatchronicles.platform.fastpath;

import com.aichatchronicles.platform.cache.CachePlace;
import com.aichatchronicles.platform.ratelimit.Policy;

/**
 * What is known of a read that has been answered before.
 *
 * @param place where the cache has its answer
 * @param route the template that it matches
 * @param special what it counts for beside the general policy
 */
record KnownRead(CachePlace place, String route, Policy special) {}
