-- The audit log, bans with their reasons, and keys for machines.

-- Facts as they are recorded, each in the transaction of what it tells. Soon after that has committed, one server at a
-- time moves them to the log and chains them there (see the package audit for why not at once).
CREATE TABLE chronicles.audit_pending (
    id           uuid        PRIMARY KEY,
    recorded_at  timestamptz NOT NULL,
    action       text        NOT NULL,
    outcome      text        NOT NULL CHECK (outcome IN ('done', 'refused')),
    times        integer     NOT NULL CHECK (times > 0),
    actor_kind   text        NOT NULL,
    actor_id     uuid,
    subject_kind text,
    subject_id   uuid,
    address      text,
    request_id   text,
    details      text        NOT NULL CHECK (jsonb_typeof(details::jsonb) = 'object')
);

-- The log. Nothing here refers to an account, so that what was done outlives who did it; hence no names, no addresses of
-- mail. hash is the SHA-256 over previous_hash and all the rest (docs/audit-check.sql says how).
CREATE TABLE chronicles.audit_log (
    position      bigint      PRIMARY KEY,
    LIKE chronicles.audit_pending INCLUDING CONSTRAINTS,
    previous_hash bytea       NOT NULL,
    hash          bytea       NOT NULL
);
CREATE UNIQUE INDEX audit_log_once ON chronicles.audit_log (id);
CREATE INDEX audit_log_by_time ON chronicles.audit_log (recorded_at, id);
CREATE INDEX audit_log_by_action ON chronicles.audit_log (action, recorded_at, id);
CREATE INDEX audit_log_by_actor ON chronicles.audit_log (actor_id, recorded_at, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_log_by_subject ON chronicles.audit_log (subject_id, recorded_at, id) WHERE subject_id IS NOT NULL;
CREATE INDEX audit_log_refused ON chronicles.audit_log (recorded_at, id) WHERE outcome = 'refused';

-- The ends of the chain: the last row that was chained, and the last that was purged, where a check begins.
CREATE TABLE chronicles.audit_chain (
    only_row        boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    head_position   bigint  NOT NULL,
    head_hash       bytea   NOT NULL,
    anchor_position bigint  NOT NULL,
    anchor_hash     bytea   NOT NULL,
    CHECK (anchor_position BETWEEN 0 AND head_position)
);
INSERT INTO chronicles.audit_chain (head_position, head_hash, anchor_position, anchor_hash)
VALUES (0, sha256('AI Chat Chronicles'), 0, sha256('AI Chat Chronicles'));

-- Append-only: no row changes, and none goes but those behind the anchor.
CREATE FUNCTION chronicles.keep_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE'
       AND EXISTS (SELECT FROM chronicles.audit_chain WHERE OLD.position <= anchor_position) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON chronicles.audit_log
    FOR EACH ROW EXECUTE FUNCTION chronicles.keep_audit_log();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON chronicles.audit_log
    FOR EACH STATEMENT EXECUTE FUNCTION chronicles.keep_audit_log();

CREATE FUNCTION chronicles.keep_audit_pending() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM chronicles.audit_log l WHERE l.id = OLD.id) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON chronicles.audit_pending
    FOR EACH ROW EXECUTE FUNCTION chronicles.keep_audit_pending();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON chronicles.audit_pending
    FOR EACH STATEMENT EXECUTE FUNCTION chronicles.keep_audit_pending();

-- The head only moves on; the anchor moves on to a row that has its hash and is a day old at least.
CREATE FUNCTION chronicles.keep_audit_chain() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.head_position >= OLD.head_position
       AND (NEW.anchor_position = OLD.anchor_position AND NEW.anchor_hash = OLD.anchor_hash
            OR NEW.anchor_position > OLD.anchor_position
               AND EXISTS (SELECT FROM chronicles.audit_log l
                            WHERE l.position = NEW.anchor_position AND l.hash = NEW.anchor_hash
                              AND l.recorded_at < now() - interval '1 day')) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'The audit log is append-only' USING ERRCODE = 'insufficient_privilege';
END
$$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON chronicles.audit_chain
    FOR EACH ROW EXECUTE FUNCTION chronicles.keep_audit_chain();
CREATE TRIGGER keep_all BEFORE TRUNCATE ON chronicles.audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION chronicles.keep_audit_chain();
ALTER TABLE chronicles.audit_log ENABLE ALWAYS TRIGGER keep, ENABLE ALWAYS TRIGGER keep_all;
ALTER TABLE chronicles.audit_pending ENABLE ALWAYS TRIGGER keep, ENABLE ALWAYS TRIGGER keep_all;
ALTER TABLE chronicles.audit_chain ENABLE ALWAYS TRIGGER keep, ENABLE ALWAYS TRIGGER keep_all;

-- Accounts, as admins find and change them. The version is for If-Match: it counts what admins change, not sign-ins.
ALTER TABLE auth.users ADD COLUMN IF NOT EXISTS standing_version bigint NOT NULL DEFAULT 1;
CREATE FUNCTION chronicles.count_standing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.standing_version := OLD.standing_version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER count_standing
    BEFORE UPDATE OF raw_app_meta_data, banned_until, email, email_confirmed_at, deleted_at ON auth.users FOR EACH ROW
    WHEN ((OLD.raw_app_meta_data, OLD.banned_until, OLD.email, OLD.email_confirmed_at, OLD.deleted_at)
          IS DISTINCT FROM (NEW.raw_app_meta_data, NEW.banned_until, NEW.email, NEW.email_confirmed_at, NEW.deleted_at))
    EXECUTE FUNCTION chronicles.count_standing();

CREATE INDEX users_newest ON auth.users (created_at, id);
CREATE INDEX users_of_role ON auth.users (account_role, created_at, id);
CREATE INDEX users_banned ON auth.users (created_at, id) WHERE banned_until IS NOT NULL;
CREATE INDEX users_unverified ON auth.users (created_at, id) WHERE email_confirmed_at IS NULL;
CREATE INDEX users_email_parts ON auth.users USING gin (lower(email) gin_trgm_ops);
CREATE INDEX profiles_name_parts ON public.profiles
    USING gin (lower(coalesce(full_name, '') || ' ' || coalesce(username, '')) gin_trgm_ops);

-- Why somebody is kept out, and by whom; until when stands where Supabase keeps it, in auth.users.banned_until.
CREATE TABLE chronicles.bans (
    user_id    uuid        PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
    reason     text        NOT NULL,
    banned_by  uuid        REFERENCES auth.users (id) ON DELETE SET NULL,
    created_at timestamptz NOT NULL
);
CREATE INDEX bans_by ON chronicles.bans (banned_by) WHERE banned_by IS NOT NULL;

-- Keys with which machines act for their owners; only the SHA-256 of the secret is kept.
CREATE TABLE chronicles.api_keys (
    id           uuid        PRIMARY KEY,
    owner_id     uuid        NOT NULL REFERENCES auth.users (id) ON DELETE CASCADE,
    name         text        NOT NULL,
    prefix       text        NOT NULL,
    hash         text        NOT NULL UNIQUE,
    scopes       text[]      NOT NULL,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz
);
CREATE INDEX api_keys_of_owner ON chronicles.api_keys (owner_id, created_at, id);
