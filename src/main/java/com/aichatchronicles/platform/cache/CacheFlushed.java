package com.aichatchronicles.platform.cache;

/** The cache has opened, or everything in it was voided: time to fill it with what most callers ask for. */
public record CacheFlushed() {}
