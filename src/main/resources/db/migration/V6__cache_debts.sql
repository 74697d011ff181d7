-- What the caches of all servers owe to writers that could not tell them: a server that wrote while Redis was away, and
-- programs that write to the database themselves. Every server watches the sum of this table and forgets everything
-- when it grows. It is written in the writer's own transaction, so it can't be lost and can't be early. A connection
-- always takes the same of 64 rows, so that writers don't wait for one another's commit.
CREATE TABLE chronicles.cache_debts (
    slot smallint PRIMARY KEY,
    owed bigint   NOT NULL DEFAULT 0
) WITH (fillfactor = 50);
INSERT INTO chronicles.cache_debts (slot) SELECT generate_series(0, 63);

CREATE FUNCTION chronicles.owe_eviction() RETURNS void LANGUAGE sql AS $$
    UPDATE chronicles.cache_debts SET owed = owed + 1 WHERE slot = pg_backend_pid() % 64
$$;

CREATE FUNCTION chronicles.owe_eviction_of_stranger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM chronicles.owe_eviction();
    RETURN NULL;
END
$$;

-- A server sets chronicles.evicts on its connections, because it tells the caches itself what exactly has changed.
DO $$
DECLARE
    cached text;
BEGIN
    FOREACH cached IN ARRAY ARRAY['conversations', 'profiles', 'likes', 'comments'] LOOP
        EXECUTE format('CREATE TRIGGER owe_eviction AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.%I
                        FOR EACH STATEMENT WHEN (current_setting(''chronicles.evicts'', true) IS DISTINCT FROM ''on'')
                        EXECUTE FUNCTION chronicles.owe_eviction_of_stranger()', cached);
        EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER owe_eviction', cached);
    END LOOP;
END
$$;
