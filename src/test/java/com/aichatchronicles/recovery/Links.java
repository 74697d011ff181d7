package com.aichatchronicles.recovery;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Mailbox;
import com.aichatchronicles.testing.Member;
import com.aichatchronicles.testing.ReceivedMail;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/** The calls that send links and those that take their tokens, as tests make them. */
final class Links {
    static final String VERIFY = "Please confirm your e-mail address";
    static final String RESET = "Reset your password";
    static final String CHANGE = "Please confirm your new e-mail address";
    static final String PASSWORD = "Another-horse-8";

    private Links() {}

    static Answer forgot(String email) {
        return post("forgot-password", body("email", email));
    }

    static Answer resend(String email) {
        return post("resend-verification", body("email", email));
    }

    static Answer verify(String token) {
        return post("verify-email", body("token", token));
    }

    static Answer reset(String token, String password) {
        return post(
                "reset-password",
                Json.createObjectBuilder(body("token", token))
                        .add("newPassword", password)
                        .build());
    }

    static Answer changeEmail(Member member, String email, String password) {
        return member.api()
                .post(
                        "/api/v1/auth/change-email",
                        Json.createObjectBuilder(body("new_email", email))
                                .add("password", password)
                                .build());
    }

    static Answer signIn(String email, String password) {
        return post("login", Member.credentials(email, password));
    }

    /** @return a mail with a link to reset the password, asked for now */
    static ReceivedMail resetMail(Member member) {
        forgot(member.email());
        return Mailbox.await(member.email(), RESET);
    }

    private static Answer post(String call, JsonObject body) {
        return Api.anonymous().post("/api/v1/auth/" + call, body);
    }

    private static JsonObject body(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
