-- A name for one identity in addresses: its subject is nothing to be told, and may be anything.
ALTER TABLE chronicles.identities ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX identities_by_id ON chronicles.identities (id);
