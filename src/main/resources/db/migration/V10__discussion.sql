-- Comments as threads, notifications, moderation, and what the brakes on spam look up.

ALTER TABLE public.conversations
    ADD COLUMN threads_count integer NOT NULL DEFAULT 0,
    ADD COLUMN withheld_at   timestamptz;
ALTER TABLE public.comments
    ADD COLUMN version       bigint  NOT NULL DEFAULT 1,
    ADD COLUMN replies_count integer NOT NULL DEFAULT 0,
    ADD COLUMN hidden_at     timestamptz,
    ADD COLUMN deleted_at    timestamptz;

-- Whatever writes, a conversation that moderators took from the public stays unpublished until they restore it.
CREATE FUNCTION chronicles.keep_withheld() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.published := false;
    RETURN NEW;
END
$$;
CREATE TRIGGER keep_withheld
    BEFORE UPDATE OF published, withheld_at ON public.conversations
    FOR EACH ROW WHEN (NEW.withheld_at IS NOT NULL AND NEW.published) EXECUTE FUNCTION chronicles.keep_withheld();

-- What people change counts the version; only what the author changes sets the time. Counters do neither.
CREATE FUNCTION chronicles.touch_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.version := OLD.version + 1;
    IF NEW.content IS DISTINCT FROM OLD.content THEN
        NEW.updated_at := now();
    END IF;
    RETURN NEW;
END
$$;
CREATE OR REPLACE TRIGGER touch
    BEFORE UPDATE OF conversation_id, author_id, content, parent_id, hidden_at, deleted_at ON public.comments
    FOR EACH ROW EXECUTE FUNCTION chronicles.touch_comment();

-- A conversation counts the comments that can be read, and its threads: the comments that answer no other, whether they
-- can be read or not. A comment counts its direct replies.
CREATE OR REPLACE FUNCTION chronicles.count_comments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    step integer := CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END;
BEGIN
    UPDATE public.conversations c
       SET comments_count = c.comments_count + step * n.readable, threads_count = c.threads_count + step * n.threads
      FROM (SELECT conversation_id,
                   (count(*) FILTER (WHERE hidden_at IS NULL AND deleted_at IS NULL))::integer AS readable,
                   (count(*) FILTER (WHERE parent_id IS NULL))::integer AS threads
              FROM changed GROUP BY 1) n
     WHERE c.id = n.conversation_id AND (n.readable <> 0 OR n.threads <> 0);
    UPDATE public.comments c SET replies_count = c.replies_count + step * n.replies
      FROM (SELECT parent_id, count(*)::integer AS replies FROM changed WHERE parent_id IS NOT NULL GROUP BY 1) n
     WHERE c.id = n.parent_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION chronicles.count_readable_comment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public.conversations
       SET comments_count = comments_count + CASE WHEN NEW.hidden_at IS NULL AND NEW.deleted_at IS NULL THEN 1 ELSE -1 END
     WHERE id = NEW.conversation_id;
    RETURN NULL;
END
$$;
CREATE TRIGGER count_readable
    AFTER UPDATE OF hidden_at, deleted_at ON public.comments FOR EACH ROW
    WHEN ((OLD.hidden_at IS NULL AND OLD.deleted_at IS NULL) <> (NEW.hidden_at IS NULL AND NEW.deleted_at IS NULL))
    EXECUTE FUNCTION chronicles.count_readable_comment();
ALTER TABLE public.comments ENABLE ALWAYS TRIGGER count_readable;

-- What counted everything anew until now goes on doing so, and locks the tables; what it says of comments is put right
-- after it, and the trigger on conversations puts the totals right.
ALTER FUNCTION chronicles.recount() RENAME TO recount_before_threads;
CREATE FUNCTION chronicles.recount() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM chronicles.recount_before_threads();
    UPDATE public.conversations c
       SET comments_count = n.readable, threads_count = n.threads
      FROM (SELECT k.id,
                   (SELECT count(*) FROM public.comments m
                     WHERE m.conversation_id = k.id AND m.hidden_at IS NULL AND m.deleted_at IS NULL) AS readable,
                   (SELECT count(*) FROM public.comments m
                     WHERE m.conversation_id = k.id AND m.parent_id IS NULL) AS threads
              FROM public.conversations k) n
     WHERE c.id = n.id AND (c.comments_count, c.threads_count) IS DISTINCT FROM (n.readable::integer, n.threads::integer);
    UPDATE public.comments c
       SET replies_count = n.replies
      FROM (SELECT m.id, (SELECT count(*) FROM public.comments r WHERE r.parent_id = m.id)::integer AS replies
              FROM public.comments m) n
     WHERE c.id = n.id AND c.replies_count <> n.replies;
END
$$;

-- Siblings in both orders, with the id as tie-break for cursors. These two replace the index on parent_id alone, which the
-- foreign key needs when a parent goes.
CREATE INDEX comments_threads_newest ON public.comments (conversation_id, created_at, id) WHERE parent_id IS NULL;
CREATE INDEX comments_threads_liked ON public.comments (conversation_id, likes_count, id) WHERE parent_id IS NULL;
CREATE INDEX comments_replies_newest ON public.comments (parent_id, created_at, id) WHERE parent_id IS NOT NULL;
CREATE INDEX comments_replies_liked ON public.comments (parent_id, likes_count, id) WHERE parent_id IS NOT NULL;
DROP INDEX public.comments_of_parent;

-- The brakes on spam: who posted what, lately. Blanks and case don't make a text another one.
CREATE FUNCTION chronicles.text_key(text) RETURNS uuid LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT md5(translate(lower($1), E' \t\r\n', ''))::uuid
$$;
CREATE INDEX comments_of_author_newest ON public.comments (author_id, created_at);
DROP INDEX public.comments_of_author;
CREATE INDEX comments_of_author_same ON public.comments (author_id, chronicles.text_key(content));
CREATE INDEX conversations_of_author_same ON public.conversations (author_id, chronicles.text_key(content));

SELECT chronicles.recount();

-- Notifications. What happens again to the same thing before it was read is added to the row that tells of it, so that
-- ten thousand likes are one row. Neither who did it last nor the last comment is indexed: as long as nothing indexed
-- changes, PostgreSQL updates the row in place (HOT).
CREATE TABLE chronicles.notifications (
    id              uuid        PRIMARY KEY,
    user_id         uuid        NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    kind            text        NOT NULL
        CHECK (kind IN ('replied', 'commented', 'liked', 'followed', 'featured', 'moderated')),
    about           text        NOT NULL,
    times           integer     NOT NULL DEFAULT 1,
    actor_id        uuid,
    conversation_id uuid        REFERENCES public.conversations (id) ON DELETE CASCADE,
    comment_id      uuid,
    measure         text,
    reason          text,
    created_at      timestamptz NOT NULL,
    updated_at      timestamptz NOT NULL,
    read_at         timestamptz
) WITH (fillfactor = 80);
CREATE UNIQUE INDEX notifications_folded ON chronicles.notifications (user_id, kind, about) WHERE read_at IS NULL;
CREATE INDEX notifications_newest ON chronicles.notifications (user_id, updated_at, id);
CREATE INDEX notifications_unread ON chronicles.notifications (user_id, updated_at, id) WHERE read_at IS NULL;
CREATE INDEX notifications_by_age ON chronicles.notifications (updated_at);
CREATE INDEX notifications_of_conversation ON chronicles.notifications (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE chronicles.notification_preferences (
    user_id     uuid        PRIMARY KEY REFERENCES public.profiles (id) ON DELETE CASCADE,
    muted       text[]      NOT NULL DEFAULT '{}',
    mail_digest text        NOT NULL DEFAULT 'off' CHECK (mail_digest IN ('off', 'daily', 'weekly')),
    digested_at timestamptz NOT NULL
);
CREATE INDEX notification_preferences_due ON chronicles.notification_preferences (mail_digest, digested_at)
    WHERE mail_digest <> 'off';

-- Moderation. A report keeps what was reported as it stood then; it outlives the thing, but not its author's account.
CREATE TABLE chronicles.reports (
    id           uuid        PRIMARY KEY,
    reporter_id  uuid        REFERENCES public.profiles (id) ON DELETE SET NULL,
    subject_type text        NOT NULL CHECK (subject_type IN ('conversation', 'comment', 'profile')),
    subject_id   uuid        NOT NULL,
    author_id    uuid        NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    evidence     text        NOT NULL,
    reason       text        NOT NULL CHECK (reason IN ('spam', 'harassment', 'hate', 'illegal', 'privacy', 'other')),
    note         text,
    status       text        NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'taken', 'decided')),
    taker_id     uuid        REFERENCES public.profiles (id) ON DELETE SET NULL,
    measure      text        CHECK (measure IN ('dismiss', 'warn', 'hide', 'unpublish', 'restore')),
    explanation  text,
    created_at   timestamptz NOT NULL,
    decided_at   timestamptz
);
CREATE UNIQUE INDEX reports_undecided ON chronicles.reports (reporter_id, subject_type, subject_id)
    WHERE status <> 'decided';
CREATE INDEX reports_queue ON chronicles.reports (status, created_at, id);
CREATE INDEX reports_of_subject ON chronicles.reports (subject_id) WHERE status <> 'decided';
CREATE INDEX reports_of_author ON chronicles.reports (author_id);
CREATE INDEX reports_of_taker ON chronicles.reports (taker_id) WHERE taker_id IS NOT NULL;

CREATE TABLE chronicles.moderation_measures (
    id           uuid        PRIMARY KEY,
    moderator_id uuid        REFERENCES public.profiles (id) ON DELETE SET NULL,
    subject_type text        NOT NULL CHECK (subject_type IN ('conversation', 'comment', 'profile')),
    subject_id   uuid        NOT NULL,
    author_id    uuid        NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    measure      text        NOT NULL CHECK (measure IN ('dismiss', 'warn', 'hide', 'unpublish', 'restore')),
    reason       text        NOT NULL,
    report_id    uuid        REFERENCES chronicles.reports (id) ON DELETE CASCADE,
    created_at   timestamptz NOT NULL
);
CREATE INDEX moderation_measures_newest ON chronicles.moderation_measures (created_at, id);
CREATE INDEX moderation_measures_of_subject ON chronicles.moderation_measures (subject_id, created_at, id);
CREATE INDEX moderation_measures_of_author ON chronicles.moderation_measures (author_id);
CREATE INDEX moderation_measures_of_moderator ON chronicles.moderation_measures (moderator_id)
    WHERE moderator_id IS NOT NULL;
CREATE INDEX moderation_measures_of_report ON chronicles.moderation_measures (report_id) WHERE report_id IS NOT NULL;
