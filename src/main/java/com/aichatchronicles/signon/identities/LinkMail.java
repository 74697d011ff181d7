package com.aichatchronicles.signon.identities;

import com.aichatchronicles.mail.Letter;
import com.aichatchronicles.mail.MailKind;
import com.aichatchronicles.mail.QueuedMail;
import com.aichatchronicles.signon.providers.SignOnConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Asks the owner of an account whether somebody at a provider is them. */
@ApplicationScoped
public class LinkMail implements MailKind {
    static final String NAME = "link-sign-in";

    @Inject
    LinkCodeService codes;

    @Inject
    SignOnConfig config;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isLatestOnly() {
        return true;
    }

    @Override
    public Optional<Letter> write(QueuedMail mail) {
        return codes.make(UUID.fromString(mail.details().get("link"))).map(made -> {
            Map<String, String> values = Map.of("provider", made.provider(), "link", config.page(NAME, made.code()));
            return new Letter(mail.address(), null, "Please confirm another way to sign in", values);
        });
    }
}
