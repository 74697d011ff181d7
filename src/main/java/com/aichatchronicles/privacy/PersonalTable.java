package com.aichatchronicles.privacy;

/** The tables that hold something about an account, each with what is told of it and which rows are its owner's. */
enum PersonalTable {
    ACCOUNT("auth.users", "id", """
            id, aud, role, email, email_confirmed_at, invited_at, confirmation_sent_at, recovery_sent_at, email_change,
            email_change_sent_at, last_sign_in_at, raw_app_meta_data, raw_user_meta_data, is_super_admin, created_at,
            updated_at, phone, phone_confirmed_at, phone_change, phone_change_sent_at, banned_until, is_sso_user,
            deleted_at, deactivated_at, is_anonymous"""),
    PROFILE("public.profiles", "id", "*"),
    CONVERSATIONS("public.conversations", "author_id", """
            id, title, content, excerpt, category, read_time, published, featured, tags, ai_model, likes_count,
            comments_count, created_at, updated_at, edited_at"""),
    REVISIONS(
            "chronicles.conversation_revisions r JOIN public.conversations c ON c.id = r.conversation_id",
            "c.author_id",
            "r.*"),
    SCHEDULES(
            "chronicles.scheduled_publications s JOIN public.conversations c ON c.id = s.conversation_id",
            "c.author_id",
            "s.*"),
    SECRET_LINKS(
            "chronicles.secret_links l JOIN public.conversations c ON c.id = l.conversation_id",
            "c.author_id",
            "l.id, l.conversation_id, l.created_at, l.expires_at"),
    COMMENTS("public.comments", "author_id", "*"),
    LIKES("public.likes", "user_id", "*"),
    FOLLOWING("public.follows", "follower_id", "*"),
    FOLLOWERS("public.follows", "following_id", "*"),
    FOLLOW_COUNTS("chronicles.follow_counts", "profile_id", "*"),
    BOOKMARKS("chronicles.bookmarks", "user_id", "*"),
    COLLECTIONS("chronicles.collections", "owner_id", "*"),
    COLLECTED("chronicles.collected t JOIN chronicles.collections c ON c.id = t.collection_id", "c.owner_id", "t.*"),
    NOTIFICATIONS("chronicles.notifications", "user_id", "*"),
    NOTIFICATION_PREFERENCES("chronicles.notification_preferences", "user_id", "*"),
    REPORTS_MADE("chronicles.reports", "reporter_id", """
            id, subject_type, subject_id, evidence, reason, note, status, measure, explanation, created_at,
            decided_at"""),
    REPORTS_SUFFERED("chronicles.reports", "author_id", """
            subject_type, subject_id, evidence, reason, status, measure, explanation, created_at, decided_at"""),
    REPORTS_TAKEN("chronicles.reports", "taker_id", "id, status, measure, explanation, created_at, decided_at"),
    MEASURES_TAKEN("chronicles.moderation_measures", "moderator_id", "*"),
    MEASURES_SUFFERED("chronicles.moderation_measures", "author_id", """
            subject_type, subject_id, measure, reason, created_at"""),
    SEMINARS("public.seminars", "host_id", "*"),
    SEMINAR_REGISTRATIONS("public.seminar_participants", "user_id", "*"),
    SESSIONS(
            "chronicles.sessions",
            "user_id",
            "id, created_at, last_used_at, expires_at, ended_at, user_agent, address"),
    DEVICES("chronicles.known_devices", "user_id", "last_seen_at"),
    SECOND_FACTOR("chronicles.second_factors", "user_id", "created_at, confirmed_at"),
    RECOVERY_CODES("chronicles.recovery_codes", "user_id", "used_at"),
    PENDING_SIGN_INS("chronicles.sign_in_challenges", "user_id", "expires_at"),
    IDENTITIES("chronicles.identities", "user_id", "provider, issuer, subject, email, created_at, last_sign_in_at"),
    IDENTITIES_TO_CONFIRM("chronicles.identity_links", "user_id", "provider, issuer, subject, email, expires_at"),
    SIGN_ONS_UNDER_WAY("chronicles.sign_on_states", "user_id", "provider, created_at, expires_at"),
    SIGN_ONS_ARRIVED("chronicles.sign_on_codes", "user_id", "provider, issuer, subject, expires_at"),
    BAN("chronicles.bans", "user_id", "reason, created_at"),
    BANS_GIVEN("chronicles.bans", "banned_by", "user_id, reason, created_at"),
    API_KEYS("chronicles.api_keys", "owner_id", "id, name, prefix, scopes, created_at, expires_at, last_used_at"),
    AUDIT("chronicles.audit_log", "actor_id", """
            recorded_at, action, outcome, times, subject_kind, subject_id, address, request_id, details"""),
    USERNAME_LOOK("chronicles.username_looks", "user_id", "username, look"),
    DIRECTORY_ENTRY("chronicles.scim_users", "user_id", "*"),
    DIRECTORY_ADDRESSES("chronicles.scim_emails", "user_id", "*"),
    DIRECTORY_GROUPS(
            "chronicles.scim_members m JOIN chronicles.scim_groups g ON g.id = m.group_id",
            "m.user_id",
            "g.id, g.display_name"),
    FOREIGN_SESSIONS_ENDED("chronicles.foreign_session_ends", "user_id", "expires_at"),
    FOREIGN_SIGN_OUT("chronicles.foreign_sign_outs", "user_id", "at"),
    LINKS_BY_MAIL("chronicles.one_time_codes", "user_id", "purpose, address, created_at, expires_at"),
    MAILS("chronicles.mails", "account_id", "kind, address, details, state, created_at, ended_at"),
    REPEATED_REQUESTS(
            "chronicles.idempotency_keys",
            "user_id",
            "key, status, location, convert_from(body, 'UTF8') AS answer, created_at");

    private final String table;
    private final String owner;
    private final String columns;

    PersonalTable(String table, String owner, String columns) {
        this.table = table;
        this.owner = owner;
        this.columns = columns;
    }

    /** @return schema and name, joined with what tells the owner where the table doesn't */
    String table() {
        return table;
    }

    /** @return the column that holds the account */
    String owner() {
        return owner;
    }

    /** @return the query of its rows as JSON, one a row; the account is the only parameter */
    String query() {
        return "SELECT row_to_json(t)::text FROM (SELECT " + columns + " FROM " + table + " WHERE " + owner + " = ?) t";
    }
}
