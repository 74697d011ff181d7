-- What stays of a comment when its author goes, whom a former text is for, and rows that were brought without a time.

-- The replies of others stay where an account is deleted, as they do where a comment is: the place is empty then, and
-- nobody's. The cascade of parent_id would take them along, with whatever others have answered to them.
ALTER TABLE public.comments ALTER COLUMN author_id DROP NOT NULL;

CREATE FUNCTION chronicles.keep_replies() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    parents uuid[];
BEGIN
    UPDATE public.comments SET content = '', author_id = NULL, deleted_at = coalesce(deleted_at, now())
     WHERE author_id = OLD.id AND replies_count > 0;
    WITH gone AS (DELETE FROM public.comments WHERE author_id = OLD.id RETURNING parent_id)
    SELECT array_agg(DISTINCT parent_id) INTO parents FROM gone;
    -- Empty places that held nothing but these go too.
    WHILE parents IS NOT NULL LOOP
        WITH gone AS (DELETE FROM public.comments
                       WHERE id = ANY (parents) AND deleted_at IS NOT NULL AND replies_count = 0
                      RETURNING parent_id)
        SELECT array_agg(DISTINCT parent_id) INTO parents FROM gone;
    END LOOP;
    RETURN OLD;
END
$$;
CREATE TRIGGER keep_replies BEFORE DELETE ON public.profiles
    FOR EACH ROW EXECUTE FUNCTION chronicles.keep_replies();

-- A text that was a draft and nothing else is its author's and the admins' alone, also once it is a former text:
-- moderators see those that were public. "text_seen" is about the present text. Of the texts that were replaced before,
-- those count as seen that were replaced after the conversation was first published.
ALTER TABLE public.conversations ADD COLUMN text_seen boolean NOT NULL DEFAULT false;
UPDATE public.conversations SET text_seen = true WHERE withheld_at IS NOT NULL;
ALTER TABLE chronicles.conversation_revisions ADD COLUMN seen boolean NOT NULL DEFAULT false;
UPDATE chronicles.conversation_revisions r SET seen = true
  FROM public.conversations c
 WHERE c.id = r.conversation_id
   AND r.replaced_at > coalesce(c.published_at, CASE WHEN c.published THEN c.created_at END);

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
    NEW.text_seen := coalesce(NEW.published, false)
        OR (OLD.text_seen OR coalesce(OLD.published, false))
            AND (NEW.title, NEW.content, NEW.excerpt, NEW.category, NEW.tags, NEW.ai_model, NEW.read_time)
                IS NOT DISTINCT FROM
                (OLD.title, OLD.content, OLD.excerpt, OLD.category, OLD.tags, OLD.ai_model, OLD.read_time);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION chronicles.keep_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO chronicles.conversation_revisions (conversation_id, version, title, content, excerpt, category, tags,
                ai_model, read_time, written_at, replaced_at, replaced_by, seen)
    VALUES (OLD.id, OLD.version, OLD.title, OLD.content, OLD.excerpt, OLD.category, OLD.tags,
            OLD.ai_model, OLD.read_time, OLD.updated_at, now(), NEW.edited_by,
            OLD.text_seen OR coalesce(OLD.published, false));
    RETURN NULL;
END
$$;

-- The columns of the model take no time as well as one; lists are sorted by it.
UPDATE public.conversations SET created_at = coalesce(updated_at, now()) WHERE created_at IS NULL;
UPDATE public.comments SET created_at = coalesce(updated_at, now()) WHERE created_at IS NULL;
UPDATE public.comments SET updated_at = created_at WHERE updated_at IS NULL;
UPDATE public.likes SET created_at = now() WHERE created_at IS NULL;
UPDATE public.follows SET created_at = now() WHERE created_at IS NULL;

CREATE FUNCTION chronicles.date_mark() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.created_at := now();
    RETURN NEW;
END
$$;
CREATE FUNCTION chronicles.date_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.created_at := coalesce(NEW.created_at, NEW.updated_at, now());
    NEW.updated_at := coalesce(NEW.updated_at, NEW.created_at);
    RETURN NEW;
END
$$;
CREATE TRIGGER date_new BEFORE INSERT ON public.conversations
    FOR EACH ROW WHEN (NEW.created_at IS NULL OR NEW.updated_at IS NULL) EXECUTE FUNCTION chronicles.date_text();
CREATE TRIGGER date_new BEFORE INSERT ON public.comments
    FOR EACH ROW WHEN (NEW.created_at IS NULL OR NEW.updated_at IS NULL) EXECUTE FUNCTION chronicles.date_text();
CREATE TRIGGER date_new BEFORE INSERT ON public.likes
    FOR EACH ROW WHEN (NEW.created_at IS NULL) EXECUTE FUNCTION chronicles.date_mark();
CREATE TRIGGER date_new BEFORE INSERT ON public.follows
    FOR EACH ROW WHEN (NEW.created_at IS NULL) EXECUTE FUNCTION chronicles.date_mark();
ALTER TABLE public.conversations ENABLE ALWAYS TRIGGER date_new;
ALTER TABLE public.comments ENABLE ALWAYS TRIGGER date_new;
ALTER TABLE public.likes ENABLE ALWAYS TRIGGER date_new;
ALTER TABLE public.follows ENABLE ALWAYS TRIGGER date_new;

-- Whom Supabase deletes softly has no public profile any more.
CREATE TRIGGER owe_eviction AFTER UPDATE OF deleted_at ON auth.users
    FOR EACH STATEMENT WHEN (current_setting('chronicles.evicts', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION chronicles.owe_eviction_of_stranger();
