\set r random(1, :n)
\set cut random(1, 2000)
INSERT INTO public.conversations
       (id, author_id, title, content, excerpt, category, read_time, published, created_at, updated_at)
SELECT gen_random_uuid(), author_id, 'Bench alone', left(substr(content, :cut) || ' ' || repeat(content || ' ', 4), 3000),
       excerpt, category, 4, true, now(), now()
  FROM public.conversations
 WHERE id = overlay(overlay(md5('conv' || :r) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid;
