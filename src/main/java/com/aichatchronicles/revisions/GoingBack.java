package com.aichatchronicles.revisions;

/**
 * How a former text is to come back.
 *
 * @param confirmFindings whether it is published whatever is found in it
 */
public record GoingBack(Boolean confirmFindings) {}
