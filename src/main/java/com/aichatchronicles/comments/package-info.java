/**
 * Comments: threads under a conversation. Owns {@code public.comments}; the earlier back end gave them no routes, its
 * rules are those of the data model (a comment has 1 to 1000 characters, a reply answers a comment of the same
 * conversation).
 *
 * <p>Replies nest as deep as people like; an answer shows some levels of them, and each level the first few, with a
 * cursor to the rest. A comment that has replies stays as an empty place when it is deleted, so that they keep theirs;
 * without any it is gone. So it is with the comments of an account that is deleted, see
 * {@code V18__replies_and_former_texts.sql}. Comments of a draft exist for those alone who see the draft. What depends
 * on how many comments there are is counted by triggers, see {@code V10__discussion.sql}.
 *
 * <p>Whoever adds, removes or hides a comment locks the conversation first: its counter makes them wait for each other
 * anyway, and so they can't dead-lock over the comments.
 */
package com.aichatchronicles.comments;
