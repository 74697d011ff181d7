-- The structure that production has today (auth.users is Supabase Auth's table). A dump of it, with its structure or as
-- data only, restores into this database: each table is made only where the dump did not bring it.

CREATE SCHEMA IF NOT EXISTS auth;

-- Time-ordered ids (RFC 9562, version 7) for rows written by plain SQL; the server makes its own.
CREATE OR REPLACE FUNCTION chronicles.uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
    SELECT encode(
        set_bit(set_bit(
            overlay(uuid_send(gen_random_uuid())
                    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
                    FROM 1 FOR 6),
            52, 1), 53, 1), 'hex')::uuid
$$;

CREATE TABLE IF NOT EXISTS auth.users (
    instance_id                 uuid,
    id                          uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    aud                         varchar(255),
    role                        varchar(255),
    email                       varchar(255),
    encrypted_password          varchar(255),
    email_confirmed_at          timestamptz,
    invited_at                  timestamptz,
    confirmation_token          varchar(255),
    confirmation_sent_at        timestamptz,
    recovery_token              varchar(255),
    recovery_sent_at            timestamptz,
    email_change_token_new      varchar(255),
    email_change                varchar(255),
    email_change_sent_at        timestamptz,
    last_sign_in_at             timestamptz,
    raw_app_meta_data           jsonb,
    raw_user_meta_data          jsonb,
    is_super_admin              boolean,
    created_at                  timestamptz DEFAULT now(),
    updated_at                  timestamptz DEFAULT now(),
    phone                       text UNIQUE DEFAULT NULL,
    phone_confirmed_at          timestamptz,
    phone_change                text DEFAULT '',
    phone_change_token          varchar(255) DEFAULT '',
    phone_change_sent_at        timestamptz,
    confirmed_at                timestamptz GENERATED ALWAYS AS (LEAST(email_confirmed_at, phone_confirmed_at)) STORED,
    email_change_token_current  varchar(255) DEFAULT '',
    email_change_confirm_status smallint DEFAULT 0 CHECK (email_change_confirm_status BETWEEN 0 AND 2),
    banned_until                timestamptz,
    reauthentication_token      varchar(255) DEFAULT '',
    reauthentication_sent_at    timestamptz,
    is_sso_user                 boolean NOT NULL DEFAULT false,
    deleted_at                  timestamptz,
    is_anonymous                boolean NOT NULL DEFAULT false
);

CREATE TABLE IF NOT EXISTS public.profiles (
    id         uuid PRIMARY KEY REFERENCES auth.users (id) ON DELETE CASCADE,
    email      text NOT NULL UNIQUE,
    full_name  text,
    username   text UNIQUE,
    title      text,
    bio        text,
    avatar_url text,
    location   text,
    website    text,
    interests  text[],
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now()
);

CREATE TABLE IF NOT EXISTS public.conversations (
    id         uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    title      text NOT NULL,
    content    text NOT NULL,
    excerpt    text,
    author_id  uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    category   text NOT NULL DEFAULT 'Philosophy',
    read_time  integer DEFAULT 5,
    published  boolean DEFAULT false,
    featured   boolean DEFAULT false,
    tags       text[] DEFAULT '{}',
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now()
);

CREATE TABLE IF NOT EXISTS public.comments (
    id              uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    conversation_id uuid NOT NULL REFERENCES public.conversations (id) ON DELETE CASCADE,
    author_id       uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    content         text NOT NULL,
    parent_id       uuid REFERENCES public.comments (id) ON DELETE CASCADE,
    created_at      timestamptz DEFAULT now(),
    updated_at      timestamptz DEFAULT now()
);

CREATE TABLE IF NOT EXISTS public.likes (
    id              uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    user_id         uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    conversation_id uuid REFERENCES public.conversations (id) ON DELETE CASCADE,
    comment_id      uuid REFERENCES public.comments (id) ON DELETE CASCADE,
    created_at      timestamptz DEFAULT now(),
    UNIQUE (user_id, conversation_id),
    UNIQUE (user_id, comment_id),
    CHECK (conversation_id IS NOT NULL OR comment_id IS NOT NULL)
);

CREATE TABLE IF NOT EXISTS public.follows (
    id           uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    follower_id  uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    following_id uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    created_at   timestamptz DEFAULT now(),
    UNIQUE (follower_id, following_id),
    CHECK (follower_id <> following_id)
);

CREATE TABLE IF NOT EXISTS public.seminars (
    id               uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    title            text NOT NULL,
    description      text NOT NULL,
    host_id          uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    scheduled_at     timestamptz NOT NULL,
    duration_minutes integer DEFAULT 60,
    max_participants integer,
    category         text NOT NULL,
    status           text DEFAULT 'upcoming' CHECK (status IN ('upcoming', 'live', 'completed', 'cancelled')),
    meeting_url      text,
    created_at       timestamptz DEFAULT now(),
    updated_at       timestamptz DEFAULT now()
);

CREATE TABLE IF NOT EXISTS public.seminar_participants (
    id            uuid PRIMARY KEY DEFAULT chronicles.uuid_v7(),
    seminar_id    uuid NOT NULL REFERENCES public.seminars (id) ON DELETE CASCADE,
    user_id       uuid NOT NULL REFERENCES public.profiles (id) ON DELETE CASCADE,
    registered_at timestamptz DEFAULT now(),
    UNIQUE (seminar_id, user_id)
);

-- A new account makes its profile. The name of the trigger is the one production uses, so that it is replaced there.
CREATE OR REPLACE FUNCTION chronicles.make_profile() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
    INSERT INTO public.profiles (id, email, full_name, username, avatar_url)
    VALUES (NEW.id, coalesce(NEW.email, ''), NEW.raw_user_meta_data ->> 'full_name',
            NEW.raw_user_meta_data ->> 'username', NEW.raw_user_meta_data ->> 'avatar_url');
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER on_auth_user_created
    AFTER INSERT ON auth.users FOR EACH ROW EXECUTE FUNCTION chronicles.make_profile();

-- A dump brings auth.users first, whose trigger makes the profiles, and then the profiles themselves: those rows fill in
-- what the trigger began instead of colliding with it.
CREATE OR REPLACE FUNCTION chronicles.fill_in_profile() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE public.profiles
       SET email = NEW.email, full_name = NEW.full_name, username = NEW.username, title = NEW.title, bio = NEW.bio,
           avatar_url = NEW.avatar_url, location = NEW.location, website = NEW.website, interests = NEW.interests,
           created_at = NEW.created_at
     WHERE id = NEW.id;
    IF FOUND THEN
        RETURN NULL;
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER fill_in_profile
    BEFORE INSERT ON public.profiles FOR EACH ROW EXECUTE FUNCTION chronicles.fill_in_profile();

CREATE OR REPLACE FUNCTION chronicles.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER touch
    BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION chronicles.touch();
CREATE OR REPLACE TRIGGER touch
    BEFORE UPDATE OF conversation_id, author_id, content, parent_id ON public.comments
    FOR EACH ROW EXECUTE FUNCTION chronicles.touch();
CREATE OR REPLACE TRIGGER touch
    BEFORE UPDATE ON public.seminars FOR EACH ROW EXECUTE FUNCTION chronicles.touch();
