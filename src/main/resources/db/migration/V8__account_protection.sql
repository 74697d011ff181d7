-- What keeps accounts with their owners: slowed guessing, known devices, the second factor, look-alike usernames, and
-- what stays of a deleted account.

-- How often something was tried in vain, by the SHA-256 of what it is (an address, a device of an account, a session).
-- Rows of addresses that nobody has look like all others.
CREATE TABLE chronicles.guesses (
    key           text PRIMARY KEY,
    tries         integer     NOT NULL,
    last_at       timestamptz NOT NULL,
    blocked_until timestamptz NOT NULL
);
CREATE INDEX guesses_by_age ON chronicles.guesses (last_at);

-- Counts a try before it is known to be wrong, so that many at once are no way round. From the fifth in a row each makes
-- the next one wait: 1 s, 2 s, 4 s and so on, up to 15 minutes. A try that has to wait is not made and does not count.
-- Returns the seconds to wait, 0 if it may be made now.
CREATE FUNCTION chronicles.charge_guess(guessed text) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    seconds integer;
BEGIN
    INSERT INTO chronicles.guesses AS g (key, tries, last_at, blocked_until)
    VALUES (guessed, 1, clock_timestamp(), clock_timestamp())
    ON CONFLICT (key) DO UPDATE
       SET tries = CASE WHEN g.last_at < clock_timestamp() - interval '24 hours' THEN 1 ELSE g.tries + 1 END,
           last_at = clock_timestamp(),
           blocked_until = clock_timestamp() + interval '1 second'
               * CASE WHEN g.last_at < clock_timestamp() - interval '24 hours' OR g.tries + 1 < 5 THEN 0
                      ELSE least(900, 2 ^ least(g.tries - 4, 20)) END
     WHERE g.blocked_until <= clock_timestamp();
    IF FOUND THEN
        RETURN 0;
    END IF;
    SELECT ceil(extract(epoch FROM blocked_until - clock_timestamp())) INTO seconds
      FROM chronicles.guesses WHERE key = guessed;
    RETURN greatest(1, coalesce(seconds, 1));
END
$$;

-- Devices from which an account has been signed in to: SHA-256 of a cookie's secret, or of address and user agent.
CREATE TABLE chronicles.known_devices (
    user_id      uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    mark         text        NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (user_id, mark)
);
CREATE INDEX known_devices_by_age ON chronicles.known_devices (last_seen_at);

-- A second factor counts once it is confirmed. last_step is the newest time step (RFC 6238) whose code was taken.
CREATE TABLE chronicles.second_factors (
    user_id      uuid PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
    secret       text        NOT NULL,
    created_at   timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step    bigint      NOT NULL DEFAULT 0
);
CREATE TABLE chronicles.recovery_codes (
    user_id uuid NOT NULL REFERENCES chronicles.second_factors (user_id) ON DELETE CASCADE,
    hash    text NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (user_id, hash)
);

-- Sign-ins that wait for their second factor; only the SHA-256 of what the client holds is kept. password_mark is the
-- SHA-256 of the password's hash: another password voids the challenge.
CREATE TABLE chronicles.sign_in_challenges (
    hash          text PRIMARY KEY,
    user_id       uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    password_mark text        NOT NULL,
    expires_at    timestamptz NOT NULL
);
CREATE INDEX sign_in_challenges_of_user ON chronicles.sign_in_challenges (user_id);
CREATE INDEX sign_in_challenges_by_expiry ON chronicles.sign_in_challenges (expires_at);

-- All that is left of a deleted account: that there was one, and when it went. Names nobody.
CREATE TABLE chronicles.deleted_accounts (
    account_id uuid PRIMARY KEY,
    created_at timestamptz,
    deleted_at timestamptz NOT NULL
);

-- What each username looks like (the skeleton of Unicode Technical Standard 39), which the server works out. The database
-- notes new and changed names; look is null until the server has come to them.
CREATE TABLE chronicles.username_looks (
    user_id  uuid PRIMARY KEY REFERENCES public.profiles (id) ON DELETE CASCADE,
    username text NOT NULL,
    look     text
);
CREATE INDEX username_looks_alike ON chronicles.username_looks (look);
CREATE INDEX username_looks_to_do ON chronicles.username_looks (user_id) WHERE look IS NULL;

CREATE FUNCTION chronicles.note_username() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    IF NEW.username IS NULL THEN
        DELETE FROM chronicles.username_looks WHERE user_id = NEW.id;
    ELSE
        INSERT INTO chronicles.username_looks AS l (user_id, username) VALUES (NEW.id, NEW.username)
        ON CONFLICT (user_id) DO UPDATE SET username = NEW.username, look = NULL WHERE l.username <> NEW.username;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER note_username AFTER INSERT OR UPDATE OF username ON public.profiles
    FOR EACH ROW EXECUTE FUNCTION chronicles.note_username();
INSERT INTO chronicles.username_looks (user_id, username)
SELECT id, username FROM public.profiles WHERE username IS NOT NULL;

-- Whether any account still has the kind of hash that was taken over.
CREATE INDEX users_with_bcrypt ON auth.users (id) WHERE encrypted_password LIKE '$2%';
