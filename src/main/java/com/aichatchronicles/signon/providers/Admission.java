package com.aichatchronicles.signon.providers;

import com.aichatchronicles.sessions.Role;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a provider may send, and what they may do here.
 *
 * @param groupsClaim the claim that lists groups or roles; dots lead into objects
 * @param roles the role of each group; empty: the provider has no say in roles
 * @param domains of organisations, in lower case; empty: any
 * @param groups of which one is needed; empty: none is
 * @param trustsEmail whether every address of this provider counts as verified
 * @param rechecks whether the provider is asked again at each refresh of a session
 * @param grace how long a session goes on while the provider can't be asked
 */
public record Admission(
        String groupsClaim,
        Map<String, Role> roles,
        Set<String> domains,
        Set<String> groups,
        boolean trustsEmail,
        boolean rechecks,
        Duration grace) {

    /** @return whether somebody of whom a provider says this may come in */
    public boolean admits(Assertion assertion) {
        return (domains.isEmpty() || assertion.domain() != null && domains.contains(assertion.domain()))
                && (groups.isEmpty() || assertion.groups().stream().anyMatch(groups::contains));
    }

    /** @return whether anything here depends on groups */
    public boolean needsGroups() {
        return !roles.isEmpty() || !groups.isEmpty();
    }

    /** @return the highest role of these groups, USER for none; empty if the provider has no say */
    public Optional<Role> role(List<String> held) {
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(held.stream()
                .filter(roles::containsKey)
                .map(roles::get)
                .max(Comparator.naturalOrder())
                .orElse(Role.USER));
    }
}
