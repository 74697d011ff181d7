-- Sign-in with outside providers: who is whom there, sign-ins under way, and which sessions came from where.

-- A person at a provider, known by issuer and subject for ever; the address is the one told at the first sign-in.
CREATE TABLE chronicles.identities (
    issuer          text        NOT NULL,
    subject         text        NOT NULL,
    user_id         uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    provider        text        NOT NULL,
    email           text,
    created_at      timestamptz NOT NULL DEFAULT now(),
    last_sign_in_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (issuer, subject)
);
CREATE INDEX identities_of_user ON chronicles.identities (user_id);

-- Browsers that are at a provider now. A row goes with its first use. hash is the SHA-256 of the state, browser that of
-- the cookie; user_id is who wants to link their account, null for a sign-in.
CREATE TABLE chronicles.sign_on_states (
    hash       text PRIMARY KEY,
    browser    text        NOT NULL,
    provider   text        NOT NULL,
    nonce      text        NOT NULL,
    verifier   text        NOT NULL,
    target     text        NOT NULL,
    challenge  text,
    user_id    uuid REFERENCES auth.users (id) ON DELETE CASCADE,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL
);
CREATE INDEX sign_on_states_by_expiry ON chronicles.sign_on_states (expires_at);
CREATE INDEX sign_on_states_of_user ON chronicles.sign_on_states (user_id);

-- One-time codes on their way to a front end, by SHA-256; a row goes with its first use.
CREATE TABLE chronicles.sign_on_codes (
    hash             text PRIMARY KEY,
    user_id          uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    browser          text        NOT NULL,
    challenge        text,
    issuer           text        NOT NULL,
    subject          text        NOT NULL,
    provider         text        NOT NULL,
    provider_session text,
    refresh_token    text,
    expires_at       timestamptz NOT NULL
);
CREATE INDEX sign_on_codes_by_expiry ON chronicles.sign_on_codes (expires_at);
CREATE INDEX sign_on_codes_of_user ON chronicles.sign_on_codes (user_id);
CREATE INDEX sign_on_codes_of_identity ON chronicles.sign_on_codes (issuer, subject);
CREATE INDEX sign_on_codes_of_session ON chronicles.sign_on_codes (issuer, provider_session);

-- Sessions that came from a provider. refresh_token is the provider's, encrypted; confirmed_at is when the provider last
-- stood by the person, asked_at when somebody began to ask it, -infinity while nobody does.
CREATE TABLE chronicles.provider_sessions (
    session_id       uuid PRIMARY KEY REFERENCES chronicles.sessions (id) ON DELETE CASCADE,
    issuer           text        NOT NULL,
    subject          text        NOT NULL,
    provider         text        NOT NULL,
    provider_session text,
    refresh_token    text,
    confirmed_at     timestamptz NOT NULL DEFAULT now(),
    asked_at         timestamptz NOT NULL DEFAULT '-infinity'
);
CREATE INDEX provider_sessions_of_identity ON chronicles.provider_sessions (issuer, subject);
CREATE INDEX provider_sessions_of_session ON chronicles.provider_sessions (issuer, provider_session);

-- Identities that wait for the owner of an account to say by mail that they are theirs.
CREATE TABLE chronicles.identity_links (
    id         uuid PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    issuer     text        NOT NULL,
    subject    text        NOT NULL,
    provider   text        NOT NULL,
    email      text        NOT NULL,
    expires_at timestamptz NOT NULL,
    UNIQUE (user_id, issuer, subject)
);
CREATE INDEX identity_links_by_expiry ON chronicles.identity_links (expires_at);
CREATE TABLE chronicles.identity_link_codes (
    hash    text PRIMARY KEY,
    link_id uuid NOT NULL REFERENCES chronicles.identity_links (id) ON DELETE CASCADE
);
CREATE INDEX identity_link_codes_of_link ON chronicles.identity_link_codes (link_id);

-- Logout tokens that were used, so that none counts twice (OpenID Connect Back-Channel Logout 1.0, section 2.6).
CREATE TABLE chronicles.logout_tokens (
    issuer     text        NOT NULL,
    token      text        NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (issuer, token)
);
CREATE INDEX logout_tokens_by_expiry ON chronicles.logout_tokens (expires_at);
