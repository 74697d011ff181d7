\set k random(1, 10)
\set o random(0, 19) * 12
SELECT c.id, c.title, c.content, c.excerpt, c.author_id, c.category, c.tags, c.ai_model, c.read_time, c.published,
       c.featured, c.created_at, c.updated_at, p.full_name, p.username, p.avatar_url, c.likes_count, c.comments_count,
       c.version, (SELECT coalesce(sum(conversations), 0) FROM chronicles.conversation_totals
 WHERE name = (array['Philosophy', 'Technology', 'Science', 'Politics', 'Culture', 'Economics', 'Environment', 'Health',
               'Education', 'Entertainment'])[:k] AND scope = 'category')
  FROM (SELECT c.id FROM public.conversations c
         WHERE c.published AND c.category = (array['Philosophy', 'Technology', 'Science', 'Politics', 'Culture',
               'Economics', 'Environment', 'Health', 'Education', 'Entertainment'])[:k]
         ORDER BY c.created_at DESC, c.id DESC LIMIT 13 OFFSET (SELECT CAST(:o AS bigint))) k
  JOIN public.conversations c ON c.id = k.id JOIN public.profiles p ON p.id = c.author_id
 ORDER BY c.created_at DESC, c.id DESC;
