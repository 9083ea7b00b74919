-- By which rules of reading a content was last read: a hash of the pipeline, so that other rules read it again.
ALTER TABLE contents ADD COLUMN read_by TEXT NOT NULL DEFAULT '';
