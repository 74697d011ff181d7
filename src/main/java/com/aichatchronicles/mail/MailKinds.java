package com.aichatchronicles.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** All kinds of mail that the features know. */
@ApplicationScoped
public class MailKinds {
    @Inject
    @Any
    Instance<MailKind> kinds;

    /**
     * @param name as a mail names its kind
     * @return the kind
     * @throws IllegalArgumentException if there is none of that name, as where a newer server has posted the mail
     */
    MailKind require(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of mail is called " + name));
    }
}
