package com.aichatchronicles.notifications;

import jakarta.validation.constraints.Pattern;

/**
 * What somebody wants to be told; in a change, a member that is absent stays as it is.
 *
 * @param mailDigest how often unread notifications come by mail: off, daily or weekly
 */
public record Preferences(
        Boolean replied,
        Boolean commented,
        Boolean liked,
        Boolean followed,
        Boolean featured,

        @Pattern(regexp = "off|daily|weekly", message = "must be one of [off, daily, weekly]")
        String mailDigest) {}
