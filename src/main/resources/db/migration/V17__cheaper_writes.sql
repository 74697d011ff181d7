-- What each new conversation costs. PostgreSQL plans a function in SQL anew in each transaction that calls it, but one in
-- PL/pgSQL once for each connection. These are the same functions as before (V3, V11), only in the other language:
-- inserts by pgbench, four connections beside other work, 277 a second before and 421 after. And LZ4 packs the long
-- columns faster than PostgreSQL's own method where the server was built with it; what is stored stays as it is.

CREATE OR REPLACE FUNCTION chronicles.spaced(text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    IF $1 !~ '[\u2010-\u206f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff0f]' THEN
        RETURN $1;
    END IF;
    RETURN regexp_replace($1, '([\u2010-\u206f\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uff0f])',
                          U&'\0001\\1\0001', 'g');
END
$$;

CREATE OR REPLACE FUNCTION chronicles.weighted(title text, excerpt text, content text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
    RETURN setweight(to_tsvector('pg_catalog.english', chronicles.spaced(title)), 'A')
        || setweight(to_tsvector('pg_catalog.english', coalesce(chronicles.spaced(excerpt), '')), 'B')
        || to_tsvector('pg_catalog.english', chronicles.spaced(content));
END
$$;

CREATE OR REPLACE FUNCTION chronicles.add_to_totals(changes chronicles.counted[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
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
           likes = t.likes + excluded.likes, comments = t.comments + excluded.comments;
END
$$;

CREATE OR REPLACE FUNCTION chronicles.add_to_tags(changes chronicles.tagged[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO chronicles.tag_totals AS t (name, slot, conversations)
    SELECT each.tag, pg_backend_pid() % 64, sum(c.step)
      FROM unnest(changes) c
     CROSS JOIN LATERAL (SELECT DISTINCT tag FROM unnest(c.tags) tag WHERE char_length(tag) BETWEEN 1 AND 100) each
     GROUP BY each.tag
    HAVING sum(c.step) <> 0
     ORDER BY each.tag
    ON CONFLICT (name, slot) DO UPDATE SET conversations = t.conversations + excluded.conversations;
END
$$;

DO $$
BEGIN
    ALTER TABLE public.conversations ALTER COLUMN content SET COMPRESSION lz4, ALTER COLUMN search SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
    RAISE NOTICE 'This PostgreSQL has no LZ4';
END
$$;
