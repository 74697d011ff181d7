-- Accounts: roles, sessions, refresh tokens and the keys that sign access tokens.

-- The role stays where Supabase keeps it (raw_app_meta_data, which no user can write); this column only reads it.
ALTER TABLE auth.users ADD COLUMN IF NOT EXISTS account_role text NOT NULL GENERATED ALWAYS AS (
    CASE WHEN raw_app_meta_data ->> 'role' IN ('premium', 'moderator', 'admin')
         THEN raw_app_meta_data ->> 'role' ELSE 'user' END) STORED;

CREATE UNIQUE INDEX IF NOT EXISTS users_email_any_case
    ON auth.users (lower(email)) WHERE NOT is_sso_user AND deleted_at IS NULL;
CREATE INDEX IF NOT EXISTS users_by_email ON auth.users (lower(email));
CREATE INDEX IF NOT EXISTS profiles_username_any_case ON public.profiles (lower(username));

CREATE TABLE chronicles.signing_keys (
    id          text PRIMARY KEY,
    private_jwk text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE chronicles.sessions (
    id           uuid PRIMARY KEY,
    user_id      uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    last_used_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    ended_at     timestamptz,
    user_agent   text,
    address      text
);
CREATE INDEX sessions_of_user ON chronicles.sessions (user_id, created_at DESC);
CREATE INDEX sessions_by_expiry ON chronicles.sessions (expires_at);

-- One row for each refresh token ever handed out in a session that still stands; only its SHA-256 is kept.
CREATE TABLE chronicles.refresh_tokens (
    hash       text PRIMARY KEY,
    session_id uuid        NOT NULL REFERENCES chronicles.sessions (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL,
    used_at    timestamptz,
    uses       integer     NOT NULL DEFAULT 0
);
CREATE INDEX refresh_tokens_of_session ON chronicles.refresh_tokens (session_id);
