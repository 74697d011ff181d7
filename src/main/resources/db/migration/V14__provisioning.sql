-- Accounts that an enterprise's directory keeps (SCIM 2.0, RFC 7643), and sign-outs of sessions that Supabase opened.

-- Set while the directory says that the account is not active. Apart from banned_until, which is for moderators: neither
-- lifts what the other has done.
ALTER TABLE auth.users ADD COLUMN IF NOT EXISTS deactivated_at timestamptz;

-- What the directory says of an account. given_role is the role that its groups have given it, null for none.
CREATE TABLE chronicles.scim_users (
    user_id        uuid PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
    user_name      text        NOT NULL,
    external_id    text,
    display_name   text,
    formatted_name text,
    given_name     text,
    family_name    text,
    active         boolean     NOT NULL,
    given_role     text,
    version        bigint      NOT NULL DEFAULT 1,
    created_at     timestamptz NOT NULL,
    updated_at     timestamptz NOT NULL
);
CREATE UNIQUE INDEX scim_users_by_name ON chronicles.scim_users (lower(user_name) text_pattern_ops);
CREATE UNIQUE INDEX scim_users_by_external_id ON chronicles.scim_users (external_id text_pattern_ops);
CREATE INDEX scim_users_by_display_name ON chronicles.scim_users (lower(display_name) text_pattern_ops);
CREATE INDEX scim_users_by_change ON chronicles.scim_users (updated_at);
CREATE INDEX scim_users_by_creation ON chronicles.scim_users (created_at);
CREATE INDEX scim_users_inactive ON chronicles.scim_users (user_id) WHERE NOT active;
CREATE INDEX scim_users_with_part_of_name ON chronicles.scim_users USING gin (
    lower(user_name) public.gin_trgm_ops, lower(display_name) public.gin_trgm_ops, external_id public.gin_trgm_ops);

CREATE TABLE chronicles.scim_emails (
    user_id    uuid     NOT NULL REFERENCES chronicles.scim_users (user_id) ON DELETE CASCADE,
    position   smallint NOT NULL,
    value      text     NOT NULL,
    type       text,
    is_primary boolean  NOT NULL,
    PRIMARY KEY (user_id, position)
);
CREATE INDEX scim_emails_by_value ON chronicles.scim_emails (lower(value) text_pattern_ops);
CREATE INDEX scim_emails_with_part_of_value ON chronicles.scim_emails USING gin (lower(value) public.gin_trgm_ops);

CREATE TABLE chronicles.scim_groups (
    id           uuid PRIMARY KEY,
    display_name text        NOT NULL,
    external_id  text,
    version      bigint      NOT NULL DEFAULT 1,
    created_at   timestamptz NOT NULL,
    updated_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX scim_groups_by_name ON chronicles.scim_groups (lower(display_name) text_pattern_ops);
CREATE UNIQUE INDEX scim_groups_by_external_id ON chronicles.scim_groups (external_id text_pattern_ops);
CREATE INDEX scim_groups_by_change ON chronicles.scim_groups (updated_at);

CREATE TABLE chronicles.scim_members (
    group_id uuid NOT NULL REFERENCES chronicles.scim_groups (id) ON DELETE CASCADE,
    user_id  uuid NOT NULL REFERENCES chronicles.scim_users (user_id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX scim_members_of_user ON chronicles.scim_members (user_id);

-- A Supabase session that has been signed out of here. Supabase may go on making tokens for it: they are refused.
CREATE TABLE chronicles.foreign_session_ends (
    user_id    uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    session_id uuid        NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, session_id)
);
CREATE INDEX foreign_session_ends_by_expiry ON chronicles.foreign_session_ends (expires_at);

-- When an account was last signed out everywhere: Supabase's tokens of before are refused, but those of one session.
CREATE TABLE chronicles.foreign_sign_outs (
    user_id      uuid PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
    at           timestamptz NOT NULL,
    kept_session uuid
);
