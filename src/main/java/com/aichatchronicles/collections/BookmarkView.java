package com.aichatchronicles.collections;

/**
 * Whether the caller keeps a conversation.
 *
 * @param bookmarked whether it is among their bookmarks
 */
public record BookmarkView(boolean bookmarked) {}
