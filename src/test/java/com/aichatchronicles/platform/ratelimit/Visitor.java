package com.aichatchronicles.platform.ratelimit;

import com.aichatchronicles.testing.Answer;
import com.aichatchronicles.testing.Api;
import com.aichatchronicles.testing.Member;
import java.util.UUID;

/** Somebody with an address that nobody else has, as the trusted proxy of the test server tells it. */
final class Visitor {
    static final String LOGIN = "/api/v1/auth/login";
    static final String CATEGORIES = "/api/v1/conversations/categories";

    private Visitor() {}

    /** @return a network of IPv6, without the 64 bits that a client chooses */
    static String newNetwork() {
        String random = UUID.randomUUID().toString();
        return "2001:db8:" + random.substring(0, 4) + ':' + random.substring(4, 8);
    }

    static Api newcomer() {
        return at(newNetwork() + "::1");
    }

    static Api at(String address) {
        return Api.anonymous().with("X-Forwarded-For", address);
    }

    static Answer tryToSignIn(Api visitor) {
        return visitor.post(LOGIN, Member.credentials(Member.newEmail(), "wrong"));
    }
}
