package com.aichatchronicles.tags;

/**
 * A tag.
 *
 * @param name as authors write it
 * @param conversationsCount how many published conversations have it
 */
public record TagView(String name, long conversationsCount) {}
