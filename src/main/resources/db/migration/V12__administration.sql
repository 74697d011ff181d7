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
    details      text        NOT NULL CHECK (details IS JSON OBJECT)
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
