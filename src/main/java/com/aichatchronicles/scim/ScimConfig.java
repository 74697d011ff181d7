package com.aichatchronicles.scim;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of provisioning; their forms are checked at the start. */
@ApplicationScoped
public class ScimConfig {
    @Inject
    @ConfigProperty(name = "SCIM_TOKEN")
    Optional<String> tokens;

    @Inject
    @ConfigProperty(name = "SCIM_DOMAINS")
    Optional<String> domains;

    @Inject
    @ConfigProperty(name = "SCIM_ROLE_MAP")
    Optional<String> roleMap;

    /** @return the tokens of directories, none where nobody is to provision; two while one takes over from the other */
    public List<String> tokens() {
        return parts(tokens).toList();
    }

    /** @return whether the enterprise itself gives out the addresses of that one's domain */
    public boolean isOwnDomain(String address) {
        Set<String> own =
                parts(domains).map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return own.contains(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** @return the role that membership of a group gives, by the group's name in lower case */
    public Map<String, String> rolesByGroup() {
        Map<String, String> roles = new LinkedHashMap<>();
        parts(roleMap).forEach(pair -> {
            int colon = pair.lastIndexOf(':');
            roles.put(
                    pair.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                    pair.substring(colon + 1).strip());
        });
        return roles;
    }

    private static Stream<String> parts(Optional<String> list) {
        return list.stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty());
    }
}
