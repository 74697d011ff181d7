-- Seminars, tags, revisions and drafts: counters, versions and the tables that the existing model lacks.

-- Seminars: a version for If-Match, and the seats that are taken. The counter is no editor's column: whoever registers
-- takes nothing from an editor's If-Match.
ALTER TABLE public.seminars
    ADD COLUMN version            bigint  NOT NULL DEFAULT 1,
    ADD COLUMN participants_count integer NOT NULL DEFAULT 0;

CREATE FUNCTION chronicles.touch_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER touch
    BEFORE UPDATE OF title, description, host_id, scheduled_at, duration_minutes, max_participants, category, status,
                     meeting_url
    ON public.seminars FOR EACH ROW EXECUTE FUNCTION chronicles.touch_version();

CREATE FUNCTION chronicles.count_participants() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    UPDATE public.seminars s SET participants_count = s.participants_count + step * n.seats
      FROM (SELECT seminar_id, count(*)::integer AS seats FROM changed GROUP BY 1) n
     WHERE s.id = n.seminar_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_new AFTER INSERT ON public.seminar_participants
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_participants();
CREATE TRIGGER count_gone AFTER DELETE ON public.seminar_participants
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_participants();
ALTER TABLE public.seminar_participants
    ENABLE ALWAYS TRIGGER count_new, ENABLE ALWAYS TRIGGER count_gone;

CREATE INDEX seminars_by_time ON public.seminars (scheduled_at, id);
CREATE INDEX seminars_of_status ON public.seminars (status, scheduled_at, id);
CREATE INDEX seminars_of_category ON public.seminars (category, scheduled_at, id);
CREATE INDEX seminars_of_host ON public.seminars (host_id, scheduled_at);
CREATE INDEX seminar_participants_in_order ON public.seminar_participants (seminar_id, registered_at, id);
CREATE INDEX seminar_participants_of_user ON public.seminar_participants (user_id, seminar_id);

-- Tags: how many published conversations have each, in slots as the list totals of V3. A tag of more than 100
-- characters, which only a dump can bring, is not counted: the key of an index has an end.
CREATE TABLE chronicles.tag_totals (
    name          text     NOT NULL,
    slot          smallint NOT NULL,
    conversations bigint   NOT NULL DEFAULT 0,
    PRIMARY KEY (name, slot)
) WITH (fillfactor = 50);
CREATE INDEX tag_totals_by_beginning ON chronicles.tag_totals (lower(name) text_pattern_ops);

CREATE TYPE chronicles.tagged AS (tags text[], step integer);

-- In a fixed order, so that two writers in one slot wait for each other instead of dead-locking.
CREATE FUNCTION chronicles.add_to_tags(changes chronicles.tagged[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO chronicles.tag_totals AS t (name, slot, conversations)
    SELECT each.tag, pg_backend_pid() % 64, sum(c.step)
      FROM unnest(changes) c
     CROSS JOIN LATERAL (SELECT DISTINCT tag FROM unnest(c.tags) tag WHERE char_length(tag) BETWEEN 1 AND 100) each
     GROUP BY each.tag
    HAVING sum(c.step) <> 0
     ORDER BY each.tag
    ON CONFLICT (name, slot) DO UPDATE SET conversations = t.conversations + excluded.conversations
$$;

-- A like or a comment changes the row of its conversation too: only what changes tags or visibility counts here.
CREATE FUNCTION chronicles.count_tags() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changes chronicles.tagged[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(ROW (tags, 1)::chronicles.tagged) INTO changes FROM after_change WHERE published;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(ROW (tags, -1)::chronicles.tagged) INTO changes FROM before_change WHERE published;
    ELSE
        SELECT array_agg(signed) INTO changes FROM (
            SELECT unnest(ARRAY[
                       ROW (CASE WHEN a.published THEN a.tags END, 1)::chronicles.tagged,
                       ROW (CASE WHEN b.published THEN b.tags END, -1)::chronicles.tagged]) AS signed
              FROM after_change a JOIN before_change b USING (id)
             WHERE (a.published, a.tags) IS DISTINCT FROM (b.published, b.tags)) both_sides;
    END IF;
    IF changes IS NOT NULL THEN
        PERFORM chronicles.add_to_tags(changes);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_new_tags AFTER INSERT ON public.conversations
    REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_tags();
CREATE TRIGGER count_changed_tags AFTER UPDATE ON public.conversations
    REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_tags();
CREATE TRIGGER count_gone_tags AFTER DELETE ON public.conversations
    REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_tags();
ALTER TABLE public.conversations
    ENABLE ALWAYS TRIGGER count_new_tags, ENABLE ALWAYS TRIGGER count_changed_tags,
    ENABLE ALWAYS TRIGGER count_gone_tags;

-- recount() goes on to count what it counted before, whichever migration added that.
ALTER FUNCTION chronicles.recount() RENAME TO recount_before_tags;
CREATE FUNCTION chronicles.recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM chronicles.recount_before_tags();
    LOCK TABLE public.seminar_participants IN SHARE ROW EXCLUSIVE MODE;
    UPDATE public.seminars s SET participants_count = n.seats
      FROM (SELECT k.id, (SELECT count(*) FROM public.seminar_participants p WHERE p.seminar_id = k.id)::integer AS seats
              FROM public.seminars k) n
     WHERE s.id = n.id AND s.participants_count <> n.seats;
    DELETE FROM chronicles.tag_totals;
    INSERT INTO chronicles.tag_totals (name, slot, conversations)
    SELECT each.tag, 0, count(*)
      FROM public.conversations c
     CROSS JOIN LATERAL (SELECT DISTINCT tag FROM unnest(c.tags) tag WHERE char_length(tag) BETWEEN 1 AND 100) each
     WHERE c.published
     GROUP BY each.tag;
END
$$;
SELECT chronicles.recount();

-- Revisions: the text that an edit replaces, kept by the database whoever edits. "published_at" is the first time the
-- world saw a conversation, "edited_at" the last time its text changed after that, "edited_by" who made the last edit.
ALTER TABLE public.conversations
    ADD COLUMN published_at timestamptz,
    ADD COLUMN edited_at    timestamptz,
    ADD COLUMN edited_by    uuid;

CREATE OR REPLACE FUNCTION chronicles.touch_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    IF OLD.published THEN
        NEW.published_at := coalesce(OLD.published_at, OLD.created_at);
    ELSIF NEW.published THEN
        NEW.published_at := coalesce(OLD.published_at, now());
    END IF;
    IF (OLD.published OR OLD.published_at IS NOT NULL)
            AND (NEW.title, NEW.content, NEW.excerpt) IS DISTINCT FROM (OLD.title, OLD.content, OLD.excerpt) THEN
        NEW.edited_at := now();
    END IF;
    RETURN NEW;
END
$$;

CREATE TABLE chronicles.conversation_revisions (
    conversation_id uuid        NOT NULL REFERENCES public.conversations (id) ON DELETE CASCADE,
    version         bigint      NOT NULL,
    title           text        NOT NULL,
    content         text        NOT NULL,
    excerpt         text,
    category        text        NOT NULL,
    tags            text[],
    ai_model        text,
    read_time       integer,
    written_at      timestamptz,
    replaced_at     timestamptz NOT NULL,
    replaced_by     uuid,
    PRIMARY KEY (conversation_id, version)
);

CREATE FUNCTION chronicles.keep_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO chronicles.conversation_revisions (conversation_id, version, title, content, excerpt, category, tags,
                ai_model, read_time, written_at, replaced_at, replaced_by)
    VALUES (OLD.id, OLD.version, OLD.title, OLD.content, OLD.excerpt, OLD.category, OLD.tags,
            OLD.ai_model, OLD.read_time, OLD.updated_at, now(), NEW.edited_by);
    RETURN NULL;
END
$$;
CREATE TRIGGER keep_revision
    AFTER UPDATE OF title, content, excerpt, category, tags, ai_model, read_time ON public.conversations
    FOR EACH ROW
    WHEN ((OLD.title, OLD.content, OLD.excerpt, OLD.category, OLD.tags, OLD.ai_model, OLD.read_time)
          IS DISTINCT FROM
          (NEW.title, NEW.content, NEW.excerpt, NEW.category, NEW.tags, NEW.ai_model, NEW.read_time))
    EXECUTE FUNCTION chronicles.keep_revision();

-- Drafts: when they are to be published, and the secret links by which others read them. Of a link's secret only the
-- SHA-256 is kept.
CREATE TABLE chronicles.scheduled_publications (
    conversation_id uuid PRIMARY KEY REFERENCES public.conversations (id) ON DELETE CASCADE,
    publish_at      timestamptz NOT NULL,
    confirmed       boolean     NOT NULL DEFAULT false,
    refused_at      timestamptz
);
CREATE INDEX scheduled_publications_due ON chronicles.scheduled_publications (publish_at) WHERE refused_at IS NULL;

-- What is published is not waiting any more, whoever published it.
CREATE FUNCTION chronicles.end_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM chronicles.scheduled_publications WHERE conversation_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER end_schedule
    AFTER UPDATE OF published ON public.conversations
    FOR EACH ROW WHEN (NEW.published) EXECUTE FUNCTION chronicles.end_schedule();

CREATE TABLE chronicles.secret_links (
    id              uuid PRIMARY KEY,
    conversation_id uuid        NOT NULL REFERENCES public.conversations (id) ON DELETE CASCADE,
    hash            text        NOT NULL UNIQUE,
    created_at      timestamptz NOT NULL,
    expires_at      timestamptz
);
CREATE INDEX secret_links_of_conversation ON chronicles.secret_links (conversation_id, created_at);
