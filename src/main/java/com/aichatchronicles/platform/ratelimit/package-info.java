/**
 * How often a caller may call: the REST contract's section "Rate limits". A resource method names its {@link
 * com.aichatchronicles.platform.ratelimit.Policy policy}; the filter is bound to the whole application.
 *
 * <p>Windows are fixed: one opens with the first request of its key and ends after the quota's seconds, refused
 * requests neither prolong nor escape it. They are counted in Redis, so that all servers share them and none needs the
 * same clock. While Redis is away each server goes on alone from the last counts that it has seen; what it counts
 * meanwhile is not carried back, and what Redis loses each server adds as far as it knows it. Answers tell the caller
 * as draft-ietf-httpapi-ratelimit-headers does, and as the earlier back end did.
 */
package com.aichatchronicles.platform.ratelimit;
