-- Every write is one change; the rows below are recorded from one change on, until another (or still, when null).
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL
);

-- What was read, by the SHA-256 of its bytes: two files with the same bytes are one content.
CREATE TABLE contents (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE
);

-- Where a content was found.
CREATE TABLE sources (
    locator TEXT NOT NULL,
    name TEXT NOT NULL,
    content INTEGER NOT NULL REFERENCES contents (id),
    recorded_from INTEGER NOT NULL REFERENCES changes (id),
    recorded_until INTEGER REFERENCES changes (id)
);
CREATE UNIQUE INDEX open_sources ON sources (locator) WHERE recorded_until IS NULL;

CREATE TABLE statements (
    content INTEGER NOT NULL REFERENCES contents (id),
    id TEXT NOT NULL,
    subject TEXT NOT NULL,
    predicate TEXT NOT NULL,
    value TEXT,
    object TEXT,
    raw TEXT NOT NULL,
    start_offset INTEGER NOT NULL,
    end_offset INTEGER NOT NULL,
    quote TEXT NOT NULL,
    qualifiers TEXT NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL,
    modality TEXT NOT NULL,
    zone TEXT NOT NULL,
    recorded_from INTEGER NOT NULL REFERENCES changes (id),
    recorded_until INTEGER REFERENCES changes (id)
);
CREATE UNIQUE INDEX open_statements ON statements (content, id) WHERE recorded_until IS NULL;
