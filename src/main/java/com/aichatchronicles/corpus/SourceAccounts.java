package com.aichatchronicles.corpus;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The authors of imported conversations: for each source one account without a password, so that nobody can sign in as
 * it. Its e-mail address is of the reserved domain {@code .invalid} (RFC 2606) and follows from the source's name.
 */
final class SourceAccounts {
    private static final int LONGEST_NAME = 30;
    private static final int HASH = 8;

    // A trigger makes the profile. The longer name is for the case that a person has taken the shorter one.
    private static final String CREATE = """
            INSERT INTO auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data)
            VALUES (?, 'authenticated', 'authenticated', ?, '{"provider": "corpus", "providers": ["corpus"]}',
                    jsonb_build_object('full_name', ?::text, 'username',
                        CASE WHEN EXISTS (SELECT FROM public.profiles WHERE lower(username) = lower(?))
                             THEN ?::text ELSE ?::text END))
            ON CONFLICT DO NOTHING""";
    private static final String FIND = """
            SELECT u.id FROM auth.users u JOIN public.profiles p ON p.id = u.id
             WHERE lower(u.email) = ? AND NOT u.is_sso_user AND u.deleted_at IS NULL""";

    private final Map<String, UUID> known = new ConcurrentHashMap<>();

    /** Returns the id of a source's account, which is made where it does not exist. */
    UUID accountOf(String source, Connection connection) throws SQLException {
        UUID id = known.get(source);
        if (id == null) {
            id = findOrCreate(source, connection);
            known.put(source, id);
        }
        return id;
    }

    private static UUID findOrCreate(String source, Connection connection) throws SQLException {
        UUID existing = lookup(source, connection);
        if (existing != null) {
            return existing;
        }
        create(source, connection);
        UUID created = lookup(source, connection);
        if (created == null) {
            throw new SQLException("The account of " + source + " has no profile");
        }
        return created;
    }

    private static UUID lookup(String source, Connection connection) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, email(source));
            try (ResultSet found = find.executeQuery()) {
                return found.next() ? found.getObject(1, UUID.class) : null;
            }
        }
    }

    private static void create(String source, Connection connection) throws SQLException {
        String username = username(source);
        try (PreparedStatement create = connection.prepareStatement(CREATE)) {
            create.setObject(1, Generators.timeBasedEpochGenerator().generate());
            create.setString(2, email(source));
            create.setString(3, source);
            create.setString(4, username);
            create.setString(5, "corpus" + hash(source));
            create.setString(6, username);
            create.executeUpdate();
        }
    }

    static String email(String source) {
        return "corpus-" + hash(source) + "@import.invalid";
    }

    static String username(String source) {
        String name = source.replaceAll("[^A-Za-z0-9]", "");
        if (name.length() < 3) {
            return "corpus" + hash(source);
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - HASH) + hash(source);
    }

    private static String hash(String source) {
        String digits =
                UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
        return digits.substring(0, HASH);
    }
}
