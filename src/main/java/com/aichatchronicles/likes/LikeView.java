package com.aichatchronicles.likes;

/**
 * How the caller stands to something that can be liked.
 *
 * @param liked whether the caller likes it
 * @param likesCount how many do
 */
public record LikeView(boolean liked, long likesCount) {}
