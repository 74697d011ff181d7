package com.aichatchronicles.comments;

/**
 * A comment with what its entity tag needs.
 *
 * @param comment as it is answered
 * @param version counts its edits
 * @param personal whether not everybody may see it so
 */
public record VersionedComment(CommentView comment, long version, boolean personal) {}
