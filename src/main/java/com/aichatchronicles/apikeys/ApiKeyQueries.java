package com.aichatchronicles.apikeys;

import com.aichatchronicles.sessions.Caller;
import com.aichatchronicles.sessions.GoodStanding;
import com.aichatchronicles.tokens.OpaqueToken;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keys in the database. */
@Dependent
class ApiKeyQueries {
    private static final String HOLDER = """
            SELECT k.id, array_to_string(k.scopes, ' '),
                   k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute',
                   u.id, u.email, u.account_role, p.full_name, p.username, p.avatar_url
              FROM chronicles.api_keys k JOIN auth.users u ON u.id = k.owner_id JOIN public.profiles p ON p.id = u.id
             WHERE k.hash = ?1 AND k.expires_at > now() AND""" + ' ' + GoodStanding.CONDITION;
    private static final String OWN = """
            SELECT id, name, prefix, array_to_string(scopes, ' '), created_at, expires_at, last_used_at
              FROM chronicles.api_keys WHERE owner_id = ?1 AND expires_at > now()
             ORDER BY created_at DESC, id DESC LIMIT 100""";

    @PersistenceContext
    EntityManager entities;

    /** @return who stands behind a key; empty if it is unknown or expired, or its owner is kept out */
    Optional<KeyHolder> lookup(String key) {
        List<?> rows = entities.createNativeQuery(HOLDER)
                .setParameter(1, OpaqueToken.hash(key))
                .getResultList();
        return rows.stream().findFirst().map(row -> holder((Object[]) row));
    }

    List<ApiKeyView> list(UUID owner) {
        List<?> rows = entities.createNativeQuery(OWN).setParameter(1, owner).getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    /** Has two requests of one owner wait for each other. */
    void lockOwner(UUID owner) {
        entities.createNativeQuery("SELECT id FROM auth.users WHERE id = ?1 FOR NO KEY UPDATE")
                .setParameter(1, owner)
                .getResultList();
    }

    long count(UUID owner) {
        return ((Number) entities.createNativeQuery(
                                "SELECT count(*) FROM chronicles.api_keys WHERE owner_id = ?1 AND expires_at > now()")
                        .setParameter(1, owner)
                        .getSingleResult())
                .longValue();
    }

    private static KeyHolder holder(Object[] column) {
        Caller owner = new Caller(
                (UUID) column[3],
                null,
                (String) column[4],
                (String) column[5],
                (String) column[6],
                (String) column[7],
                (String) column[8]);
        return new KeyHolder((UUID) column[0], owner, words(column[1]), (Boolean) column[2]);
    }

    private static ApiKeyView view(Object[] column) {
        return new ApiKeyView(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                words(column[3]),
                instant(column[4]),
                instant(column[5]),
                instant(column[6]));
    }

    private static List<String> words(Object column) {
        return List.of(((String) column).split(" "));
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
