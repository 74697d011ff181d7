package com.aichatchronicles.mail;

import com.aichatchronicles.platform.persistence.NewId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Map;
import java.util.UUID;

/** Where features post their mails. */
@Stateless
public class MailQueueService {
    private static final String POST = """
            INSERT INTO chronicles.mails (id, kind, account_id, address, details) VALUES (?1, ?2, ?3, ?4, ?5)""";
    private static final String WITHDRAW =
            "DELETE FROM chronicles.mails WHERE account_id = ?1 AND kind = ?2 AND state = 'waiting'";
    private static final String FORGET = "DELETE FROM chronicles.mails WHERE account_id = ?1 OR address = ?2";

    private static final String RETRY = """
            UPDATE chronicles.mails
               SET state = 'waiting', due_at = now(), retried_at = now(), ended_at = NULL, failures = 0
             WHERE id = ?1 AND state = 'dead'""";
    private static final String DISCARD = "DELETE FROM chronicles.mails WHERE id = ?1 AND state <> 'sent'";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Event<MailPosted> posted;

    /**
     * Posts a mail in the running transaction: it leaves a moment after the commit, from this server or another.
     *
     * @param mail what to send
     * @return its id
     */
    public UUID post(NewMail mail) {
        UUID id = NewId.next();
        entities.createNativeQuery(POST)
                .setParameter(1, id)
                .setParameter(2, mail.kind())
                .setParameter(3, mail.accountId())
                .setParameter(4, mail.address())
                .setParameter(5, json(mail.details()))
                .executeUpdate();
        posted.fire(new MailPosted());
        return id;
    }

    /**
     * Takes back what has not left yet.
     *
     * @param accountId the account that the mails are about
     * @param kind the name of their kind
     */
    public void withdraw(UUID accountId, String kind) {
        entities.createNativeQuery(WITHDRAW)
                .setParameter(1, accountId)
                .setParameter(2, kind)
                .executeUpdate();
    }

    /**
     * Forgets every mail about an account or to its address, waiting or gone.
     *
     * @param accountId an account that is about to be deleted
     * @param address its address, in lower case
     */
    public void forget(UUID accountId, String address) {
        entities.createNativeQuery(FORGET)
                .setParameter(1, accountId)
                .setParameter(2, address)
                .executeUpdate();
    }

    /**
     * Gives a dead letter another chance, as if it had been posted now.
     *
     * @param id the mail
     * @return whether it was a dead letter
     */
    public boolean retry(UUID id) {
        boolean dead = entities.createNativeQuery(RETRY).setParameter(1, id).executeUpdate() == 1;
        if (dead) {
            posted.fire(new MailPosted());
        }
        return dead;
    }

    /**
     * Throws a mail away that has not left.
     *
     * @param id the mail
     * @return whether there was such a mail
     */
    public boolean discard(UUID id) {
        return entities.createNativeQuery(DISCARD).setParameter(1, id).executeUpdate() == 1;
    }

    private static String json(Map<String, String> details) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        details.forEach(object::add);
        return object.build().toString();
    }
}
