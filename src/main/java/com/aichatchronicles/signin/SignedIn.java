package com.aichatchronicles.signin;

import com.aichatchronicles.accounts.AccountView;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * The answer to register, login and refresh.
 *
 * @param token the access token
 * @param refreshToken good for one refresh
 * @param expiresIn seconds until the access token ends
 */
@JsonbPropertyOrder({"success", "data", "token", "refreshToken", "expiresIn", "message"})
public record SignedIn(
        boolean success,
        AccountView data,
        String token,
        @JsonbProperty("refreshToken") String refreshToken,
        @JsonbProperty("expiresIn") long expiresIn,
        String message)
        implements SignInAnswer {
    @Override
    public String toString() {
        return "SignedIn[]"; // the tokens must not reach a log
    }
}
