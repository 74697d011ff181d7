package com.aichatchronicles.spam;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the brakes on spam. */
@ApplicationScoped
public class SpamConfig {
    @Inject
    @ConfigProperty(name = "NEW_ACCOUNT_AGE")
    Duration newAccountAge;

    @Inject
    @ConfigProperty(name = "NEW_ACCOUNT_LINKS")
    int newAccountLinks;

    @Inject
    @ConfigProperty(name = "NEW_ACCOUNT_POSTS")
    int newAccountPosts;

    @Inject
    @ConfigProperty(name = "SAME_TEXT_WINDOW")
    Duration sameTextWindow;

    /** @return how long an account is new; zero: none is */
    Duration newAccountAge() {
        return newAccountAge;
    }

    /** @return the most links in one text of a new account */
    int newAccountLinks() {
        return newAccountLinks;
    }

    /** @return the most comments and conversations of a new account in an hour */
    int newAccountPosts() {
        return newAccountPosts;
    }

    /** @return for how long the same text is refused; zero: never */
    Duration sameTextWindow() {
        return sameTextWindow;
    }
}
