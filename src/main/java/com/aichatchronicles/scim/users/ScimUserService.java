package com.aichatchronicles.scim.users;

import com.aichatchronicles.accounts.StandingService;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.scim.DirectoryAudit;
import com.aichatchronicles.scim.protocol.Change;
import com.aichatchronicles.scim.protocol.ListRequest;
import com.aichatchronicles.scim.protocol.ResourcePage;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.aichatchronicles.scim.protocol.StoredResource;
import com.aichatchronicles.scim.protocol.UniqueWrite;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes, changes and deletes the users of a directory, each with its account in one transaction. */
@Stateless
public class ScimUserService {
    private static final String TAKEN = "There is a user with this userName or externalId already";

    private static final String DELETE_EMAILS = "DELETE FROM chronicles.scim_emails WHERE user_id = ?";

    @PersistenceContext
    EntityManager entities;

    @Inject
    UserQueries users;

    @Inject
    DirectoryAccountService accounts;

    @Inject
    StandingService standing;

    @Inject
    DirectoryAudit audit;

    @Inject
    Clock clock;

    /**
     * @param user who is to have an account
     * @return the user
     * @throws ScimFailure uniqueness if the userName, the externalId or the address is taken
     */
    public StoredResource create(UserInput user) {
        requireFree(user, null);
        UUID id = accounts.open(user);
        Instant now = clock.instant();
        boolean active = !Boolean.FALSE.equals(user.active());
        write(new Sql()
                .add(
                        "INSERT INTO chronicles.scim_users (user_id, user_name, external_id, display_name,"
                                + " formatted_name, given_name, family_name, active, created_at, updated_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        user.userName(),
                        user.externalId(),
                        user.displayName(),
                        user.name().formatted(),
                        user.name().given(),
                        user.name().family(),
                        active,
                        now,
                        now));
        writeEmails(id, user.emails());
        if (!active) {
            accounts.activate(id, false);
        }
        audit.user("created", id);
        return find(id);
    }

    /**
     * @param id of the user
     * @return the user
     * @throws ScimFailure 404
     */
    public StoredResource find(UUID id) {
        return users.lookup(id).orElseThrow(() -> ScimFailure.notFound("User"));
    }

    /**
     * @param request which, in what order, how many
     * @return the users
     */
    public ResourcePage list(ListRequest request) {
        return users.list(request);
    }

    /**
     * @param id of the user
     * @param user all that is to be known from now on; who says nothing of {@code active} leaves it as it is
     * @param condition the If-Match header, may be null
     * @return the user afterwards
     * @throws ScimFailure 404, 412, uniqueness
     */
    public StoredResource replace(UUID id, UserInput user, String condition) {
        StoredResource before = lock(id, condition);
        save(id, UserInput.of(before.attributes()), user);
        audit.user("replaced", id);
        return find(id);
    }

    /**
     * @param id of the user
     * @param changes in their order
     * @param condition the If-Match header, may be null
     * @return the user afterwards
     * @throws ScimFailure 404, 412, uniqueness, or that a change can't be made
     */
    public StoredResource change(UUID id, List<Change> changes, String condition) {
        StoredResource before = lock(id, condition);
        UserInput former = UserInput.of(before.attributes());
        UserChanges.apply(changes, before.attributes());
        UserInput user = UserInput.of(before.attributes());
        save(id, former, user);
        audit.user("changed", id);
        return find(id);
    }

    /**
     * Deletes the user's account and all that is of it, as its owner could.
     *
     * @param id of the user
     * @param condition the If-Match header, may be null
     * @throws ScimFailure 404, 412
     */
    public void delete(UUID id, String condition) {
        lock(id, condition);
        write(new Sql()
                .add(
                        "UPDATE chronicles.scim_groups SET version = version + 1, updated_at = ? WHERE id IN"
                                + " (SELECT group_id FROM chronicles.scim_members WHERE user_id = ?)",
                        clock.instant(),
                        id));
        standing.delete(id);
        audit.user("deleted", id);
    }

    private StoredResource lock(UUID id, String condition) {
        users.lock(id);
        StoredResource user = find(id);
        user.requireMatch(condition);
        return user;
    }

    private void save(UUID id, UserInput before, UserInput user) {
        boolean active = Optional.ofNullable(user.active()).orElse(before.active());
        requireFree(user, id);
        write(new Sql()
                .add(
                        "UPDATE chronicles.scim_users SET user_name = ?, external_id = ?, display_name = ?,"
                                + " formatted_name = ?, given_name = ?, family_name = ?, active = ?,"
                                + " version = version + 1, updated_at = ? WHERE user_id = ?",
                        user.userName(),
                        user.externalId(),
                        user.displayName(),
                        user.name().formatted(),
                        user.name().given(),
                        user.name().family(),
                        active,
                        clock.instant(),
                        id));
        write(new Sql().add(DELETE_EMAILS, id));
        writeEmails(id, user.emails());
        if (!user.address().equals(before.address())) {
            accounts.move(id, user.address());
        }
        if (!user.fullName().equals(before.fullName())) {
            accounts.rename(id, user.fullName().orElse(null));
        }
        if (active != before.active()) {
            accounts.activate(id, active);
        }
    }

    private void writeEmails(UUID id, List<EmailInput> emails) {
        int position = 0;
        for (EmailInput email : emails) {
            write(new Sql()
                    .add(
                            "INSERT INTO chronicles.scim_emails (user_id, position, value, type, is_primary)"
                                    + " VALUES (?, ?, ?, ?, ?)",
                            id,
                            position++,
                            email.value(),
                            email.type(),
                            email.primary()));
        }
    }

    /** Tells a conflict before it becomes one; of two at once, the indexes refuse the second. */
    private void requireFree(UserInput user, UUID own) {
        List<?> others = new Sql()
                .add(
                        "SELECT user_id FROM chronicles.scim_users"
                                + " WHERE lower(user_name) = lower(?) OR external_id = ?",
                        user.userName(),
                        user.externalId())
                .by(entities::createNativeQuery)
                .setMaxResults(2)
                .getResultList();
        if (others.stream().anyMatch(id -> !id.equals(own))) {
            throw ScimFailure.uniqueness(TAKEN);
        }
    }

    private void write(Sql sql) {
        UniqueWrite.execute(sql.by(entities::createNativeQuery), TAKEN);
    }
}
