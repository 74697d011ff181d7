package com.aichatchronicles.conversations;

import com.aichatchronicles.sessions.Caller;
import jakarta.json.bind.annotation.JsonbNillable;
import java.util.UUID;

/** Who wrote a conversation or a comment, as the world sees them. */
@JsonbNillable
public record Author(UUID id, String fullName, String username, String avatarUrl) {
    /** @return the caller as an author */
    public static Author of(Caller caller) {
        return new Author(caller.id(), caller.fullName(), caller.username(), caller.avatarUrl());
    }
}
