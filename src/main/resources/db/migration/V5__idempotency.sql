-- The answers to requests that came with an Idempotency-Key, written in the transaction of the request's effect.

CREATE TABLE chronicles.idempotency_keys (
    user_id     uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    status      smallint    NOT NULL,
    location    text,
    entity_tag  text,
    body        bytea       NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, key)
);
CREATE INDEX idempotency_keys_by_age ON chronicles.idempotency_keys (created_at);

-- Deletes the oldest of those that are over, so many at most, and says how many. Servers that do so at once don't wait
-- for each other.
CREATE FUNCTION chronicles.forget_idempotency_keys(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    gone integer;
BEGIN
    DELETE FROM chronicles.idempotency_keys
     WHERE (user_id, key) IN (SELECT user_id, key FROM chronicles.idempotency_keys
                               WHERE created_at <= now() - interval '24 hours'
                               ORDER BY created_at LIMIT most FOR UPDATE SKIP LOCKED);
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END
$$;
