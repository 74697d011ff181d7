package com.aichatchronicles.profiles;

import com.aichatchronicles.platform.errors.ApiException;
import com.aichatchronicles.platform.errors.ErrorCode;
import com.aichatchronicles.platform.http.PathId;
import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Finds profiles with their figures. */
@Dependent
public class ProfileQueries {
    private static final String PROFILE = """
            SELECT p.id, p.full_name, p.username, p.title, p.bio, p.avatar_url, p.location, p.website, p.interests,
                   p.created_at, t.conversations, t.likes, coalesce(f.followers, 0), coalesce(f.following, 0)
              FROM public.profiles p
              LEFT JOIN chronicles.follow_counts f ON f.profile_id = p.id
             CROSS JOIN LATERAL (SELECT coalesce(sum(a.conversations), 0) AS conversations,
                                        coalesce(sum(a.likes), 0) AS likes
                                   FROM chronicles.conversation_totals a
                                  WHERE a.scope = 'author' AND a.name = CAST(p.id AS text)) t
             WHERE NOT EXISTS (SELECT FROM auth.users u WHERE u.id = p.id AND u.deleted_at IS NOT NULL)""";

    @PersistenceContext
    EntityManager entities;

    /**
     * @param idOrUsername in any case; of usernames that differ in case alone, the one spelt so comes first
     * @return the profile with its figures
     * @throws ApiException PROFILE_NOT_FOUND, also for whom the earlier server deleted and kept the row
     */
    public PublicProfile find(String idOrUsername) {
        Sql sql = new Sql().add(PROFILE);
        if (PathId.isId(idOrUsername)) {
            sql.add("AND p.id = ?", UUID.fromString(idOrUsername));
        } else {
            sql.add("AND lower(p.username) = ?", idOrUsername.toLowerCase(Locale.ROOT))
                    .add("ORDER BY p.username = ? DESC, p.id LIMIT 1", idOrUsername);
        }
        List<?> rows = sql.by(entities::createNativeQuery).getResultList();
        return rows.stream()
                .findFirst()
                .map(ProfileQueries::view)
                .orElseThrow(() -> new ApiException(ErrorCode.PROFILE_NOT_FOUND));
    }

    private static PublicProfile view(Object row) {
        Object[] column = (Object[]) row;
        return new PublicProfile(
                (UUID) column[0],
                (String) column[1],
                (String) column[2],
                (String) column[3],
                (String) column[4],
                (String) column[5],
                (String) column[6],
                (String) column[7],
                TextArrayConverter.texts(column[8]),
                column[9] == null ? null : ((Timestamp) column[9]).toInstant(),
                number(column[10]),
                number(column[11]),
                number(column[12]),
                number(column[13]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
