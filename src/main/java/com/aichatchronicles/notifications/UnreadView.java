package com.aichatchronicles.notifications;

/** How many notifications have not been read. */
public record UnreadView(long unread) {}
