/**
 * What the world sees of people: a profile by id or by username, with figures that cost nothing to read, and lists of
 * people for the features that have some. An e-mail address is in none of it. Who was deleted softly by
 * the earlier server has no profile; what they wrote goes on to be served under their name. One's own profile is edited
 * in {@code accounts}.
 *
 * <p>The figures are the counters of migrations V3 and V9: published conversations and their likes, followers and
 * followed. Likes of comments and of drafts are not among them.
 */
package com.aichatchronicles.profiles;
