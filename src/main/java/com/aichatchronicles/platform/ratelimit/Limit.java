package com.aichatchronicles.platform.ratelimit;

/**
 * A quota as it applies to one caller.
 *
 * @param policy whose quota it is
 * @param quota the caller's own
 * @param caller what the caller is counted by
 */
record Limit(Policy policy, Quota quota, String caller) {}
