package com.aichatchronicles.sessions;

import java.util.UUID;

/**
 * Who makes a request, as the database knows them at this moment.
 *
 * @param id the account
 * @param sessionId the session of the token, null for a key
 * @param email never shown to anyone else
 * @param role what they may do now, whatever their token says
 * @param fullName from the profile, may be null
 * @param username from the profile, may be null
 * @param avatarUrl from the profile, may be null
 */
public record Caller(
        UUID id, UUID sessionId, String email, Role role, String fullName, String username, String avatarUrl) {
    /** As a query makes it, with the database's word for the role. */
    public Caller(
            UUID id, UUID sessionId, String email, String role, String fullName, String username, String avatarUrl) {
        this(id, sessionId, email, Role.of(role), fullName, username, avatarUrl);
    }

    /** @return whether they may do everything */
    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
