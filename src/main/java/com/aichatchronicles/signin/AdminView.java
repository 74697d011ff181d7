package com.aichatchronicles.signin;

import com.aichatchronicles.sessions.Caller;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.UUID;

/** An admin as the deprecated admin calls show one. */
public record AdminView(UUID id, String email, String name, String role) {
    static AdminView of(Caller caller) {
        return new AdminView(
                caller.id(), caller.email(), caller.fullName(), caller.role().text());
    }

    /** The data of {@code GET /auth/admin/me}. */
    public record Me(AdminView user) {}

    /** The data of {@code POST /auth/admin/login}. */
    public record SignIn(AdminView user, String token) {
        @Override
        public String toString() {
            return "SignIn[]"; // the token must not reach a log
        }
    }

    /** The answer to {@code POST /auth/admin/login}. */
    @JsonbPropertyOrder({"success", "data", "message"})
    public record SignedIn(boolean success, SignIn data, String message) implements SignInAnswer {}
}
