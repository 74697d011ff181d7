package com.aichatchronicles.moderation;

import java.util.UUID;

/**
 * A thing as it is at this moment.
 *
 * @param type its kind
 * @param id which one
 * @param author whose
 * @param evidence what it says, the first 2000 characters
 */
record Subject(SubjectType type, UUID id, UUID author, String evidence) {}
