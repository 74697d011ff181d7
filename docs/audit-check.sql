-- Goes along the audit log and works out every hash anew, without the server:
--
--     psql "$DATABASE_URL" -f docs/audit-check.sql
--
-- Answers one row: broken_at is the first position where the chain is broken, and reason says how (missing: a row was
-- taken out; changed: it does not have its own hash; unlinked: it does not carry the hash of its predecessor); both are
-- null where the log is as it was written. Keep last_hash elsewhere: a later check has to find it at last_position.
WITH chain AS (SELECT anchor_position, anchor_hash, head_position, head_hash FROM chronicles.audit_chain),
fields AS (
    SELECT l.position, l.hash, l.previous_hash,
           ARRAY [l.position::text, encode(l.previous_hash, 'hex'), l.id::text,
                  to_char(l.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                  l.action, l.outcome, l.times::text, l.actor_kind, l.actor_id::text, l.subject_kind,
                  l.subject_id::text, l.address, l.request_id, l.details] AS texts
      FROM chronicles.audit_log l, chain c WHERE l.position > c.anchor_position),
links AS (
    SELECT f.position, f.hash, f.previous_hash,
           lag(f.position, 1, c.anchor_position) OVER w AS position_before,
           lag(f.hash, 1, c.anchor_hash) OVER w AS hash_before,
           sha256(convert_to((SELECT string_agg(octet_length(convert_to(coalesce(t.text, ''), 'UTF8'))
                                                || ':' || coalesce(t.text, '') || ',', '' ORDER BY t.number)
                                FROM unnest(f.texts) WITH ORDINALITY AS t (text, number)), 'UTF8')) AS right_hash
      FROM fields f, chain c WINDOW w AS (ORDER BY f.position)),
broken AS (
    SELECT position_before + 1 AS broken_at,
           CASE WHEN position <> position_before + 1 THEN 'missing'
                WHEN hash <> right_hash THEN 'changed' ELSE 'unlinked' END AS reason
      FROM links WHERE position <> position_before + 1 OR hash <> right_hash OR previous_hash <> hash_before
    UNION ALL
    SELECT coalesce(max(l.position), max(c.anchor_position)) + 1, 'missing'
      FROM chain c LEFT JOIN links l ON true
    HAVING coalesce(max(l.position), max(c.anchor_position)) <> max(c.head_position)
    UNION ALL
    SELECT l.position + 1, 'missing' FROM chain c JOIN links l ON l.position = c.head_position AND l.hash <> c.head_hash)
SELECT (SELECT count(*) FROM links) AS rows, c.head_position AS last_position, encode(c.head_hash, 'hex') AS last_hash,
       b.broken_at, b.reason
  FROM chain c LEFT JOIN (SELECT broken_at, reason FROM broken ORDER BY broken_at LIMIT 1) b ON true;
