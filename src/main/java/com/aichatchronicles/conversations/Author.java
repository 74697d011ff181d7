package com.aichatchronicles.conversations;

import com.aichatchronicles.accounts.Caller;
import java.util.UUID;

/** Who wrote a conversation, as the world sees them. */
public record Author(UUID id, String fullName, String username, String avatarUrl) {
    static Author of(Caller caller) {
        return new Author(caller.id(), caller.fullName(), caller.username(), caller.avatarUrl());
    }
}
