-- Likes, follows, bookmarks and collections: how many follow whom, what a reader keeps, and the indexes of their lists.

-- Followers are counted in the transaction that follows or unfollows, so the numbers are as exact as the rows, also
-- after a crash. They stand in a table of their own, because a write of the profile would set its updated_at.
CREATE TABLE chronicles.follow_counts (
    profile_id uuid PRIMARY KEY REFERENCES public.profiles (id) ON DELETE CASCADE,
    followers  bigint NOT NULL DEFAULT 0,
    following  bigint NOT NULL DEFAULT 0
) WITH (fillfactor = 80);

-- The rows are taken in a fixed order, so that two who follow each other at the same moment wait instead of
-- dead-locking. Rows that go because their profile goes find nothing to count there any more.
CREATE FUNCTION chronicles.count_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO chronicles.follow_counts AS f (profile_id, followers, following)
        SELECT n.profile_id, sum(n.followers), sum(n.following)
          FROM (SELECT following_id AS profile_id, 1 AS followers, 0 AS following FROM changed
                UNION ALL
                SELECT follower_id, 0, 1 FROM changed) n
         GROUP BY n.profile_id
         ORDER BY n.profile_id
        ON CONFLICT (profile_id) DO UPDATE
           SET followers = f.followers + excluded.followers, following = f.following + excluded.following;
        RETURN NULL;
    END IF;
    PERFORM FROM chronicles.follow_counts
      WHERE profile_id IN (SELECT following_id FROM changed UNION SELECT follower_id FROM changed)
      ORDER BY profile_id FOR NO KEY UPDATE;
    UPDATE chronicles.follow_counts f SET followers = f.followers - n.followers, following = f.following - n.following
      FROM (SELECT profile_id, sum(followers) AS followers, sum(following) AS following
              FROM (SELECT following_id AS profile_id, 1 AS followers, 0 AS following FROM changed
                    UNION ALL
                    SELECT follower_id, 0, 1 FROM changed) gone
             GROUP BY profile_id) n
     WHERE f.profile_id = n.profile_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_new AFTER INSERT ON public.follows
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_follows();
CREATE TRIGGER count_gone AFTER DELETE ON public.follows
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION chronicles.count_follows();

-- As in V3: a restore that sets session_replication_role counts too; after one that switches the triggers off
-- altogether the server recounts at its next start.
ALTER TABLE public.follows ENABLE ALWAYS TRIGGER count_new, ENABLE ALWAYS TRIGGER count_gone;

-- Programs that write follows by themselves void what the servers have kept, as in V6.
CREATE TRIGGER owe_eviction AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON public.follows
    FOR EACH STATEMENT WHEN (current_setting('chronicles.evicts', true) IS DISTINCT FROM 'on')
    EXECUTE FUNCTION chronicles.owe_eviction_of_stranger();
ALTER TABLE public.follows ENABLE ALWAYS TRIGGER owe_eviction;

-- recount() goes on to count what it counted before, whichever migration added that.
ALTER FUNCTION chronicles.recount() RENAME TO recount_before_follows;
CREATE FUNCTION chronicles.recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM chronicles.recount_before_follows();
    LOCK TABLE public.follows IN SHARE ROW EXCLUSIVE MODE;
    DELETE FROM chronicles.follow_counts;
    INSERT INTO chronicles.follow_counts (profile_id, followers, following)
    SELECT n.profile_id, sum(n.followers), sum(n.following)
      FROM (SELECT following_id AS profile_id, 1 AS followers, 0 AS following FROM public.follows
            UNION ALL
            SELECT follower_id, 0, 1 FROM public.follows) n
     GROUP BY n.profile_id;
END
$$;
SELECT chronicles.recount();

-- What a reader keeps for later. Nobody else sees it.
CREATE TABLE chronicles.bookmarks (
    user_id         uuid        NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    conversation_id uuid        NOT NULL REFERENCES public.conversations (id) ON DELETE CASCADE,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (user_id, conversation_id)
);
CREATE INDEX bookmarks_newest ON chronicles.bookmarks (user_id, created_at, conversation_id);
CREATE INDEX bookmarks_of_conversation ON chronicles.bookmarks (conversation_id);

CREATE TABLE chronicles.collections (
    id          uuid PRIMARY KEY,
    owner_id    uuid        NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    name        text        NOT NULL,
    description text,
    shared      boolean     NOT NULL,
    version     bigint      NOT NULL,
    created_at  timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL
);
CREATE INDEX collections_of_owner ON chronicles.collections (owner_id, created_at, id);

-- The places of a collection rise from its first conversation to its last, with gaps.
CREATE TABLE chronicles.collected (
    collection_id   uuid        NOT NULL REFERENCES chronicles.collections (id) ON DELETE CASCADE,
    conversation_id uuid        NOT NULL REFERENCES public.conversations (id) ON DELETE CASCADE,
    place           bigint      NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (collection_id, conversation_id)
);
CREATE INDEX collected_in_order ON chronicles.collected (collection_id, place, conversation_id);
CREATE INDEX collected_of_conversation ON chronicles.collected (conversation_id);

-- Lists by time, each with what tells two rows of the same time apart.
DROP INDEX public.likes_of_conversation, public.likes_of_comment;
CREATE INDEX likes_of_conversation ON public.likes (conversation_id, created_at, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX likes_of_comment ON public.likes (comment_id, created_at, id) WHERE comment_id IS NOT NULL;
CREATE INDEX liked_conversations ON public.likes (user_id, created_at, conversation_id)
    WHERE conversation_id IS NOT NULL;
CREATE INDEX liked_comments ON public.likes (user_id, created_at, comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX followers ON public.follows (following_id, created_at, id);
CREATE INDEX followed ON public.follows (follower_id, created_at, id);
