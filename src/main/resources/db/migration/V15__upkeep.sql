-- A dead letter that an admin sends once more has its whole lifetime again, or it would die of its age at once.
ALTER TABLE chronicles.mails ADD COLUMN retried_at timestamptz;

-- A refresh token is forgotten once it was used so long ago that it could not be good any more in any session.
CREATE INDEX refresh_tokens_by_use ON chronicles.refresh_tokens (used_at) WHERE used_at IS NOT NULL;

-- Those that have waited too long.
CREATE INDEX mails_by_age ON chronicles.mails (coalesce(retried_at, created_at)) WHERE state = 'waiting';
