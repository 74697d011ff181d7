-- What a loader brought in, by the key it had where it came from. The row outlives its conversation: one that its author
-- deleted does not come back with the next load of the same file. A load writes these rows first, to learn which keys are
-- new, and the conversations after them in the same transaction; hence the deferred check.
CREATE TABLE chronicles.imports (
    source          text        NOT NULL,
    key             text        NOT NULL,
    conversation_id uuid        REFERENCES public.conversations (id) ON DELETE SET NULL
                                DEFERRABLE INITIALLY DEFERRED,
    imported_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (source, key)
);
CREATE INDEX imports_of_conversation ON chronicles.imports (conversation_id) WHERE conversation_id IS NOT NULL;
