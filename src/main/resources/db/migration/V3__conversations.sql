-- Conversations: what the server adds to the table that exists, the counters, the search and the indexes.

CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;

-- Chinese and Japanese have no spaces between words. Each of their characters becomes a word of its own, set apart by
-- control characters; a query asks for them as a phrase (see SearchTerm). So are quotes, dashes and the like outside
-- ASCII, which a database of locale C takes for letters.
CREATE FUNCTION chronicles.spaced(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE WHEN $1 ~ '[\u2010-\u206f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff0f]'
                THEN regexp_replace($1, '([\u2010-\u206f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff0f])',
                                    U&'\0001\\1\0001', 'g')
                ELSE $1 END
$$;

CREATE FUNCTION chronicles.weighted(title text, excerpt text, content text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('pg_catalog.english', chronicles.spaced(title)), 'A')
        || setweight(to_tsvector('pg_catalog.english', coalesce(chronicles.spaced(excerpt), '')), 'B')
        || to_tsvector('pg_catalog.english', chronicles.spaced(content))
$$;

-- A tsvector holds one megabyte at most. Of a text that needs more, the first 50,000 characters are searchable.
CREATE FUNCTION chronicles.search_vector(title text, excerpt text, content text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN chronicles.weighted(left(title, 1000), left(excerpt, 1000), left(content, 500000));
EXCEPTION WHEN program_limit_exceeded THEN
    RETURN chronicles.weighted(left(title, 1000), left(excerpt, 1000), left(content, 50000));
END
$$;

ALTER TABLE public.conversations
    ADD COLUMN IF NOT EXISTS ai_model text,
    ADD COLUMN version        bigint  NOT NULL DEFAULT 1,
    ADD COLUMN likes_count    integer NOT NULL DEFAULT 0,
    ADD COLUMN comments_count integer NOT NULL DEFAULT 0,
    ADD COLUMN search         tsvector GENERATED ALWAYS AS (chronicles.search_vector(title, excerpt, content)) STORED;
ALTER TABLE public.comments
    ADD COLUMN likes_count integer NOT NULL DEFAULT 0;

-- Every change that an editor makes counts the version and sets the time. The counters are not among the columns, so a
-- like neither looks like an edit nor lets an editor's If-Match fail.
CREATE FUNCTION chronicles.touch_conversation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    NEW.version := OLD.version + 1;
    RETURN NEW;
END
$$;
CREATE TRIGGER touch
    BEFORE UPDATE OF title, content, excerpt, author_id, category, read_time, published, featured, tags, ai_model
    ON public.conversations FOR EACH ROW EXECUTE FUNCTION chronicles.touch_conversation();

-- Counters. Likes and comments are counted on their conversation by triggers, in the transaction that writes them: a
-- crash or a rollback takes both back, and the row's lock puts concurrent writers in order.
CREATE FUNCTION chronicles.count_likes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    UPDATE public.conversations c SET likes_count = c.likes_count + step * n.liked
      FROM (SELECT conversation_id, count(*)::integer AS liked FROM changed
             WHERE conversation_id IS NOT NULL GROUP BY 1) n
     WHERE c.id = n.conversation_id;
    UPDATE public.comments c SET likes_count = c.likes_count + step * n.liked
      FROM (SELECT comment_id, count(*)::integer AS liked FROM changed WHERE comment_id IS NOT NULL GROUP BY 1) n
     WHERE c.id = n.comment_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_new AFTER INSERT ON public.likes
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_likes();
CREATE TRIGGER count_gone AFTER DELETE ON public.likes
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_likes();

CREATE FUNCTION chronicles.count_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    UPDATE public.conversations c SET comments_count = c.comments_count + step * n.written
      FROM (SELECT conversation_id, count(*)::integer AS written FROM changed GROUP BY 1) n
     WHERE c.id = n.conversation_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_new AFTER INSERT ON public.comments
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_comments();
CREATE TRIGGER count_gone AFTER DELETE ON public.comments
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_comments();

-- List totals. One number in one row would make all writers wait for each other's commit, so each total is spread over
-- 64 slots, of which a database connection always takes the same one; a reader adds them up in one snapshot. They change
-- in the transaction that changes the list, so they are as exact as the list itself, also after a crash.
-- Scopes: 'all', 'category' and 'author' count published conversations, 'drafts' an author's unpublished ones.
CREATE TABLE chronicles.conversation_totals (
    scope         text     NOT NULL,
    name          text     NOT NULL,
    slot          smallint NOT NULL,
    conversations bigint   NOT NULL DEFAULT 0,
    featured      bigint   NOT NULL DEFAULT 0,
    likes         bigint   NOT NULL DEFAULT 0,
    comments      bigint   NOT NULL DEFAULT 0,
    PRIMARY KEY (scope, name, slot)
) WITH (fillfactor = 50);

CREATE TYPE chronicles.counted AS (
    author_id uuid, category text, published boolean, featured boolean, likes_count integer, comments_count integer,
    step integer);

-- Adds up signed rows ("step" is 1 for a row that came, -1 for one that went) into this connection's slot. The order of
-- the rows is fixed, so that two writers in one slot wait for each other instead of dead-locking.
CREATE FUNCTION chronicles.add_to_totals(changes chronicles.counted[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO chronicles.conversation_totals AS t (scope, name, slot, conversations, featured, likes, comments)
    SELECT s.scope, s.name, pg_backend_pid() % 64, sum(c.step),
           sum(CASE WHEN c.featured THEN c.step ELSE 0 END), sum(c.step * c.likes_count), sum(c.step * c.comments_count)
      FROM unnest(changes) c
     CROSS JOIN LATERAL (VALUES ('all', '', true), ('category', c.category, true), ('author', c.author_id::text, true),
                                ('drafts', c.author_id::text, false)) AS s (scope, name, published)
     WHERE s.published = coalesce(c.published, false)
     GROUP BY s.scope, s.name
    HAVING sum(c.step) <> 0 OR sum(CASE WHEN c.featured THEN c.step ELSE 0 END) <> 0
        OR sum(c.step * c.likes_count) <> 0 OR sum(c.step * c.comments_count) <> 0
     ORDER BY s.scope, s.name
    ON CONFLICT (scope, name, slot) DO UPDATE
       SET conversations = t.conversations + excluded.conversations, featured = t.featured + excluded.featured,
           likes = t.likes + excluded.likes, comments = t.comments + excluded.comments
$$;

CREATE FUNCTION chronicles.count_conversations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changes chronicles.counted[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        SELECT array_agg(ROW (author_id, category, published, featured, likes_count, comments_count, 1)::chronicles.counted)
          INTO changes FROM after_change;
    ELSIF TG_OP = 'DELETE' THEN
        SELECT array_agg(ROW (author_id, category, published, featured, likes_count, comments_count, -1)::chronicles.counted)
          INTO changes FROM before_change;
    ELSE
        SELECT array_agg(signed) INTO changes FROM (
            SELECT ROW (author_id, category, published, featured, likes_count, comments_count, 1)::chronicles.counted AS signed
              FROM after_change
            UNION ALL
            SELECT ROW (author_id, category, published, featured, likes_count, comments_count, -1)::chronicles.counted
              FROM before_change) both_sides;
    END IF;
    IF changes IS NOT NULL THEN
        PERFORM chronicles.add_to_totals(changes);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_new AFTER INSERT ON public.conversations
    REFERENCING NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_conversations();
CREATE TRIGGER count_changed AFTER UPDATE ON public.conversations
    REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_conversations();
CREATE TRIGGER count_gone AFTER DELETE ON public.conversations
    REFERENCING OLD TABLE AS before_change FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_conversations();

-- A restore that sets session_replication_role must count too. (pg_restore --disable-triggers switches even these off;
-- the server then recounts at its next start.)
ALTER TABLE public.likes ENABLE ALWAYS TRIGGER count_new, ENABLE ALWAYS TRIGGER count_gone;
ALTER TABLE public.comments ENABLE ALWAYS TRIGGER count_new, ENABLE ALWAYS TRIGGER count_gone;
ALTER TABLE public.conversations
    ENABLE ALWAYS TRIGGER count_new, ENABLE ALWAYS TRIGGER count_changed, ENABLE ALWAYS TRIGGER count_gone;

-- Counts everything anew; writers wait meanwhile. For use after rows came in with the triggers off.
CREATE FUNCTION chronicles.recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    LOCK TABLE public.conversations, public.likes, public.comments IN SHARE ROW EXCLUSIVE MODE;
    UPDATE public.conversations c
       SET likes_count = n.likes, comments_count = n.comments
      FROM (SELECT id, (SELECT count(*) FROM public.likes l WHERE l.conversation_id = k.id) AS likes,
                   (SELECT count(*) FROM public.comments m WHERE m.conversation_id = k.id) AS comments
              FROM public.conversations k) n
     WHERE c.id = n.id AND (c.likes_count, c.comments_count) IS DISTINCT FROM (n.likes::integer, n.comments::integer);
    UPDATE public.comments c
       SET likes_count = n.likes
      FROM (SELECT comment_id, count(*)::integer AS likes FROM public.likes WHERE comment_id IS NOT NULL GROUP BY 1) n
     WHERE c.id = n.comment_id AND c.likes_count <> n.likes;
    DELETE FROM chronicles.conversation_totals;
    INSERT INTO chronicles.conversation_totals (scope, name, slot, conversations, featured, likes, comments)
    SELECT s.scope, s.name, 0, count(*), count(*) FILTER (WHERE c.featured), sum(c.likes_count), sum(c.comments_count)
      FROM public.conversations c
     CROSS JOIN LATERAL (VALUES ('all', '', true), ('category', c.category, true), ('author', c.author_id::text, true),
                                ('drafts', c.author_id::text, false)) AS s (scope, name, published)
     WHERE s.published = coalesce(c.published, false)
     GROUP BY s.scope, s.name;
END
$$;

CREATE INDEX likes_of_conversation ON public.likes (conversation_id) WHERE conversation_id IS NOT NULL;
CREATE INDEX likes_of_comment ON public.likes (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX comments_of_conversation ON public.comments (conversation_id, created_at);
CREATE INDEX comments_of_author ON public.comments (author_id);
CREATE INDEX comments_of_parent ON public.comments (parent_id) WHERE parent_id IS NOT NULL;

SELECT chronicles.recount();

-- Lists: every sort of all published conversations and of one category, with the id as tie-break for cursors. A title
-- is compared by its first 200 characters, because an index entry may not exceed a third of a page.
CREATE INDEX conversations_newest ON public.conversations (created_at, id) WHERE published;
CREATE INDEX conversations_edited ON public.conversations (updated_at, id) WHERE published;
CREATE INDEX conversations_titled ON public.conversations (left(title, 200), id) WHERE published;
CREATE INDEX conversations_liked ON public.conversations (likes_count, id) WHERE published;
CREATE INDEX conversations_category_newest ON public.conversations (category, created_at, id) WHERE published;
CREATE INDEX conversations_category_edited ON public.conversations (category, updated_at, id) WHERE published;
CREATE INDEX conversations_category_titled ON public.conversations (category, left(title, 200), id) WHERE published;
CREATE INDEX conversations_category_liked ON public.conversations (category, likes_count, id) WHERE published;
CREATE INDEX conversations_featured ON public.conversations (created_at, id) WHERE published AND featured;
CREATE INDEX conversations_of_author ON public.conversations (author_id, created_at, id);
CREATE INDEX conversations_of_model ON public.conversations (ai_model, created_at, id) WHERE published;
CREATE INDEX IF NOT EXISTS conversations_tags ON public.conversations USING gin (tags);

CREATE INDEX conversations_search ON public.conversations USING gin (search) WHERE published;
-- For words that are misspelt: similar words in title and excerpt.
CREATE INDEX conversations_similar ON public.conversations
    USING gin ((left(title, 1000) || ' ' || left(coalesce(excerpt, ''), 1000)) gin_trgm_ops) WHERE published;
