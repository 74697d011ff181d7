package com.aichatchronicles.seminars;

import com.aichatchronicles.sessions.Caller;
import java.util.Optional;
import java.util.UUID;

/**
 * Whom a seminar is shown to.
 *
 * @param id the caller; an id that nobody has for an anonymous one
 * @param seesAll whether the address of every meeting is told
 */
record Audience(UUID id, boolean seesAll) {
    private static final UUID NOBODY = new UUID(0, 0);

    static Audience of(Optional<Caller> caller) {
        return caller.map(Audience::of).orElse(new Audience(NOBODY, false));
    }

    static Audience of(Caller caller) {
        return new Audience(caller.id(), caller.isAdmin());
    }
}
