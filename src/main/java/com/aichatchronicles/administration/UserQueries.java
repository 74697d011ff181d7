package com.aichatchronicles.administration;

import com.aichatchronicles.platform.http.PageRequest;
import com.aichatchronicles.platform.persistence.Sql;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accounts for admins. An account that Supabase deleted softly is not among them. */
@Dependent
class UserQueries {
    /** What lies behind that many can still be paged to, but is not counted. */
    private static final int COUNTED = 10_000;

    /** Of the accounts with a part of an address or a name no more are looked at. */
    private static final int CANDIDATES = 10_000;

    private static final String COLUMNS = """
            SELECT u.id, u.email, p.full_name, p.username, u.account_role, u.email_confirmed_at IS NOT NULL,
                   EXISTS (
                       SELECT FROM chronicles.second_factors f WHERE f.user_id = u.id AND f.confirmed_at IS NOT NULL),
                   CASE WHEN u.banned_until >= now() THEN least(u.banned_until, timestamptz '9999-12-31 00:00:00Z') END,
                   b.reason, b.banned_by, b.created_at, u.created_at, u.last_sign_in_at, u.standing_version""";
    private static final String TABLES = """
              FROM auth.users u JOIN public.profiles p ON p.id = u.id
              LEFT JOIN chronicles.bans b ON b.user_id = u.id AND u.banned_until >= now()""";

    @PersistenceContext
    EntityManager entities;

    Optional<VersionedUser> lookup(UUID id) {
        return users(new Sql().add(COLUMNS + "\n" + TABLES + " WHERE u.deleted_at IS NULL AND u.id = ?", id)).stream()
                .findFirst();
    }

    /** @return one more than wanted if there are more, the newest first */
    List<VersionedUser> list(UserFilter filter, PageRequest page) {
        Sql sql = filtered(new Sql(), COLUMNS + "\n" + TABLES, filter);
        if (page.after() != null) {
            sql.add(
                    "AND (u.created_at, u.id) < (CAST(? AS timestamptz), ?)",
                    page.after().time(),
                    page.after().id());
        }
        return users(sql.add("ORDER BY u.created_at DESC, u.id DESC LIMIT ?", page.rows()));
    }

    long count(UserFilter filter) {
        Sql inner = filtered(new Sql(), "SELECT count(*) FROM (SELECT FROM auth.users u", filter);
        return ((Number) inner.add("LIMIT ?) n", COUNTED)
                        .by(entities::createNativeQuery)
                        .getSingleResult())
                .longValue();
    }

    /** Candidates are found first: a list in order of time would else be searched from its end for a rare name. */
    private static Sql filtered(Sql sql, String select, UserFilter filter) {
        if (filter.email() != null || filter.name() != null) {
            sql.add("WITH found AS MATERIALIZED (SELECT c.id FROM auth.users c JOIN public.profiles n ON n.id = c.id")
                    .add("WHERE c.deleted_at IS NULL")
                    .addIf(filter.email() != null, "AND lower(c.email) LIKE ?", part(filter.email()))
                    .addIf(
                            filter.name() != null,
                            "AND lower(coalesce(n.full_name, '') || ' ' || coalesce(n.username, '')) LIKE ?",
                            part(filter.name()))
                    .add("LIMIT ?)", CANDIDATES);
        }
        return sql.add(select + " WHERE u.deleted_at IS NULL")
                .addIf(filter.email() != null || filter.name() != null, "AND u.id IN (SELECT id FROM found)")
                .addIf(filter.role() != null, "AND u.account_role = ?", filter.role())
                .addIf(isTrue(filter.banned()), "AND u.banned_until IS NOT NULL AND u.banned_until >= now()")
                .addIf(isFalse(filter.banned()), "AND (u.banned_until IS NULL OR u.banned_until < now())")
                .addIf(isTrue(filter.verified()), "AND u.email_confirmed_at IS NOT NULL")
                .addIf(isFalse(filter.verified()), "AND u.email_confirmed_at IS NULL")
                .addIf(filter.from() != null, "AND u.created_at >= CAST(? AS timestamptz)", filter.from() + "")
                .addIf(filter.to() != null, "AND u.created_at < CAST(? AS timestamptz)", filter.to() + "");
    }

    private List<VersionedUser> users(Sql sql) {
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream().map(row -> user((Object[]) row)).toList();
    }

    private static VersionedUser user(Object[] column) {
        UserEntry.Ban ban =
                column[8] == null ? null : new UserEntry.Ban((String) column[8], (UUID) column[9], instant(column[10]));
        UserEntry user = new UserEntry(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                (String) column[3],
                (String) column[4],
                (Boolean) column[5],
                (Boolean) column[6],
                instant(column[7]),
                ban,
                instant(column[11]),
                instant(column[12]));
        return new VersionedUser(user, ((Number) column[13]).longValue());
    }

    private static String part(String text) {
        return text == null ? "" : '%' + text.replaceAll("([\\\\%_])", "\\\\$1") + '%';
    }

    private static boolean isTrue(Boolean value) {
        return Boolean.TRUE.equals(value);
    }

    private static boolean isFalse(Boolean value) {
        return Boolean.FALSE.equals(value);
    }

    private static Instant instant(Object column) {
        return column == null ? null : ((Timestamp) column).toInstant();
    }
}
