package com.aichatchronicles.follows;

/**
 * How the caller stands to somebody.
 *
 * @param following whether the caller follows them
 * @param followersCount how many do
 */
public record FollowView(boolean following, long followersCount) {}
