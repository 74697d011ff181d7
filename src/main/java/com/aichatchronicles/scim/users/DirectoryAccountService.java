package com.aichatchronicles.scim.users;

import com.aichatchronicles.accounts.ProfileTags;
import com.aichatchronicles.accounts.Registration;
import com.aichatchronicles.accounts.StandingService;
import com.aichatchronicles.platform.cache.Evictions;
import com.aichatchronicles.platform.cache.EvictsCache;
import com.aichatchronicles.platform.persistence.NewId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.scim.ScimConfig;
import com.aichatchronicles.scim.protocol.ScimFailure;
import com.aichatchronicles.scim.protocol.UniqueWrite;
import com.aichatchronicles.sessions.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The accounts behind the users of a directory: what changes with them in {@code auth.users} and their profiles. */
@Stateless
@EvictsCache
public class DirectoryAccountService {
    private static final String TAKEN = "Somebody has an account with this e-mail address already";

    /** An account that Supabase deleted softly keeps its row, and its profile the address. */
    private static final String RELEASE = """
            UPDATE public.profiles p SET email = p.id || '@deleted.invalid'
              FROM auth.users a WHERE a.id = p.id AND a.deleted_at IS NOT NULL AND p.email = ?""";

    private static final String CREATE = """
            INSERT INTO auth.users (id, aud, role, email, email_confirmed_at, raw_app_meta_data, raw_user_meta_data,
                                    created_at, updated_at, is_sso_user)
            VALUES (?, 'authenticated', 'authenticated', ?, CAST(? AS timestamptz),
                    '{"provider": "scim", "role": "user"}',
                    jsonb_strip_nulls(jsonb_build_object('full_name', CAST(? AS text))), ?, ?, TRUE)""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    StandingService standing;

    @Inject
    ScimConfig config;

    @Inject
    Evictions evictions;

    @Inject
    Clock clock;

    /**
     * Makes an account without a password for a user, or takes over the one that has the address.
     *
     * @param user who it is
     * @return the account's id
     * @throws ScimFailure uniqueness if somebody else has the address
     */
    public UUID open(UserInput user) {
        String address = user.address();
        Object[] known = lookup(address).orElse(null);
        if (known == null) {
            return create(address, user.fullName().orElse(null));
        }
        boolean theirs = config.isOwnDomain(address) && (Boolean) known[1] && !"admin".equals(known[2]);
        if (!theirs) {
            throw ScimFailure.uniqueness(TAKEN);
        }
        return (UUID) known[0];
    }

    /**
     * Lets the person in, or ends all sessions and keeps them out.
     *
     * @param id the account
     * @throws com.aichatchronicles.platform.errors.ApiException LAST_ADMIN if no admin could sign in any more
     */
    public void activate(UUID id, boolean active) {
        if (active) {
            standing.activate(id);
        } else {
            standing.deactivate(id);
        }
    }

    /**
     * @param id the account
     * @param fullName what others see
     */
    public void rename(UUID id, String fullName) {
        evictions.add(ProfileTags.any(), ProfileTags.one(id));
        new Sql()
                .add("UPDATE public.profiles SET full_name = ? WHERE id = ?", fullName, id)
                .by(entities::createNativeQuery)
                .executeUpdate();
    }

    /**
     * @param id the account
     * @param address in lower case
     * @throws ScimFailure uniqueness if somebody else has it
     */
    public void move(UUID id, String address) {
        if (lookup(address).filter(known -> !id.equals(known[0])).isPresent()) {
            throw ScimFailure.uniqueness(TAKEN);
        }
        Instant now = clock.instant();
        write(new Sql()
                .add(
                        "UPDATE auth.users SET email = ?, email_confirmed_at = CAST(? AS timestamptz), updated_at = ?"
                                + " WHERE id = ?",
                        address,
                        confirmation(address),
                        now,
                        id));
        write(new Sql().add("UPDATE public.profiles SET email = ? WHERE id = ?", address, id));
    }

    /**
     * The one place where a directory changes a role.
     *
     * @param id the account
     * @param role the word for it
     */
    public void give(UUID id, String role) {
        standing.changeRole(id, Role.valueOf(role.toUpperCase(Locale.ROOT)), null);
    }

    private UUID create(String address, String fullName) {
        UUID id = NewId.next();
        write(new Sql().add(RELEASE, address));
        Instant now = clock.instant();
        write(new Sql().add(CREATE, id, address, confirmation(address), fullName, now, now));
        return id;
    }

    /** An address counts as proved where the enterprise gives it out, not where it only says that somebody has it. */
    private Instant confirmation(String address) {
        return config.isOwnDomain(address) ? clock.instant() : null;
    }

    /** @return id, whether the address is proved, and role of whoever has the address, locked */
    private Optional<Object[]> lookup(String address) {
        return new Sql()
                .add(
                        "SELECT id, email_confirmed_at IS NOT NULL, account_role FROM auth.users"
                                + " WHERE lower(email) = ? AND deleted_at IS NULL LIMIT 1 FOR UPDATE",
                        Registration.normal(address))
                .first(entities::createNativeQuery, Object[].class::cast);
    }

    private void write(Sql sql) {
        UniqueWrite.execute(sql.by(entities::createNativeQuery), TAKEN);
    }
}
