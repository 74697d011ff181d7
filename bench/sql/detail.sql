\set r random(1, :n)
SELECT c.id, c.title, c.content, c.excerpt, c.author_id, c.category, c.tags, c.ai_model, c.read_time, c.published,
       c.featured, c.created_at, c.updated_at, p.full_name, p.username, p.avatar_url, c.likes_count, c.comments_count,
       c.version
  FROM public.conversations c JOIN public.profiles p ON p.id = c.author_id
 WHERE c.id = overlay(overlay(md5('conv' || :r) placing '4' from 13 for 1) placing '8' from 17 for 1)::uuid;
