-- Mails on their way out, and the one-time codes that some of them carry.

-- A mail is written in the transaction of the act that it tells of. A server claims one at a time: it counts an attempt
-- and moves due_at to the end of its lease, so that the mail is free again if the server dies. The row holds no text and
-- no code; both are made at each attempt. A mail outlives its account (it may tell of the deletion), hence no reference.
CREATE TABLE chronicles.mails (
    id         uuid PRIMARY KEY,
    kind       text        NOT NULL,
    account_id uuid,
    address    text        NOT NULL,
    details    jsonb       NOT NULL DEFAULT '{}',
    state      text        NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
    attempts   integer     NOT NULL DEFAULT 0,
    failures   integer     NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    due_at     timestamptz NOT NULL DEFAULT now(),
    ended_at   timestamptz,
    last_error text
);
CREATE INDEX mails_due ON chronicles.mails (due_at) WHERE state = 'waiting';
CREATE INDEX mails_ended ON chronicles.mails (state, ended_at) WHERE state <> 'waiting';
CREATE INDEX mails_of_address ON chronicles.mails (address, kind, created_at DESC);
CREATE INDEX mails_of_account ON chronicles.mails (account_id);

-- Only the SHA-256 of a code is kept. Several attempts to send one mail may have made several codes: all are good until
-- one is used, because nobody knows which attempt arrived.
CREATE TABLE chronicles.one_time_codes (
    hash       text PRIMARY KEY,
    user_id    uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    purpose    text        NOT NULL,
    address    text        NOT NULL,
    mail_id    uuid        NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX one_time_codes_of_user ON chronicles.one_time_codes (user_id, purpose);
CREATE INDEX one_time_codes_by_expiry ON chronicles.one_time_codes (expires_at);
