package com.aichatchronicles.notifications;

import com.aichatchronicles.platform.persistence.Sql;
import com.aichatchronicles.platform.persistence.TextArrayConverter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** What people want to be told. Without a word from them: everything, and no mail. */
@Stateless
public class PreferenceService {
    private static final String NO_DIGEST = "off";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * @param owner whose preferences
     * @return all of them
     */
    public Preferences find(UUID owner) {
        return read(owner, "");
    }

    /**
     * @param owner whose preferences
     * @param changes validated
     * @return all of them afterwards
     */
    public Preferences edit(UUID owner, Preferences changes) {
        new Sql()
                .add("INSERT INTO chronicles.notification_preferences (user_id, digested_at)")
                .add(
                        "VALUES (?, CAST(? AS timestamptz)) ON CONFLICT DO NOTHING",
                        owner,
                        clock.instant().toString())
                .by(entities::createNativeQuery)
                .executeUpdate();
        Preferences edited = merge(read(owner, " FOR UPDATE"), changes);
        new Sql()
                .add(
                        "UPDATE chronicles.notification_preferences SET muted = CAST(? AS text[]), mail_digest = ?",
                        TextArrayConverter.literal(muted(edited)),
                        edited.mailDigest())
                .add("WHERE user_id = ?", owner)
                .by(entities::createNativeQuery)
                .executeUpdate();
        return edited;
    }

    private Preferences read(UUID owner, String lock) {
        List<?> rows = new Sql()
                .add(
                        "SELECT muted, mail_digest FROM chronicles.notification_preferences WHERE user_id = ?" + lock,
                        owner)
                .by(entities::createNativeQuery)
                .getResultList();
        return rows.stream().findFirst().map(row -> of((Object[]) row)).orElse(of(List.of(), NO_DIGEST));
    }

    private static Preferences of(Object[] column) {
        return of(TextArrayConverter.texts(column[0]), (String) column[1]);
    }

    private static Preferences of(List<String> muted, String mailDigest) {
        return new Preferences(
                !muted.contains(NotificationKind.REPLIED.text()),
                !muted.contains(NotificationKind.COMMENTED.text()),
                !muted.contains(NotificationKind.LIKED.text()),
                !muted.contains(NotificationKind.FOLLOWED.text()),
                !muted.contains(NotificationKind.FEATURED.text()),
                mailDigest);
    }

    private static Preferences merge(Preferences old, Preferences changes) {
        return new Preferences(
                changes.replied() == null ? old.replied() : changes.replied(),
                changes.commented() == null ? old.commented() : changes.commented(),
                changes.liked() == null ? old.liked() : changes.liked(),
                changes.followed() == null ? old.followed() : changes.followed(),
                changes.featured() == null ? old.featured() : changes.featured(),
                changes.mailDigest() == null ? old.mailDigest() : changes.mailDigest());
    }

    private static List<String> muted(Preferences preferences) {
        return Stream.of(
                        preferences.replied() ? null : NotificationKind.REPLIED,
                        preferences.commented() ? null : NotificationKind.COMMENTED,
                        preferences.liked() ? null : NotificationKind.LIKED,
                        preferences.followed() ? null : NotificationKind.FOLLOWED,
                        preferences.featured() ? null : NotificationKind.FEATURED)
                .filter(kind -> kind != null)
                .map(NotificationKind::text)
                .toList();
    }
}
