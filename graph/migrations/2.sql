-- By which rules of reading a content was last read: a hash of the pipeline, so that other rules read it again.
ALTER TABLE contents ADD COLUMN read_by TEXT NOT NULL DEFAULT '';

-- What a person decided, each as one line of JSON in the form in which decisions are exchanged.
CREATE TABLE decisions (
    id TEXT NOT NULL,
    line TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES changes (id),
    recorded_until INTEGER REFERENCES changes (id)
);
CREATE UNIQUE INDEX open_decisions ON decisions (id) WHERE recorded_until IS NULL;
