package com.aichatchronicles.conversations;

/**
 * A category.
 *
 * @param name as authors write it
 * @param conversationsCount how many published conversations it has
 */
public record CategoryView(String name, long conversationsCount) {}
