//! The tables of the store, as the steps that make them in a new file or bring an older one forward.

/// The tables in SQLite. A later version appends to this list; `user_version` counts what a file has.
pub(super) const MIGRATIONS: &[&str] = &["
    CREATE TABLE contributions (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        kind TEXT NOT NULL,
        slug TEXT NOT NULL,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        author TEXT,
        form TEXT NOT NULL,
        send_key BLOB NOT NULL UNIQUE,
        status_key BLOB NOT NULL,
        created INTEGER NOT NULL,
        received INTEGER,
        updated INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try INTEGER NOT NULL DEFAULT 0,
        discard INTEGER NOT NULL DEFAULT 0,
        commit_id TEXT,
        reason TEXT
    ) STRICT;
    CREATE INDEX contributions_by_state ON contributions (state, next_try);
    CREATE UNIQUE INDEX open_slugs ON contributions (kind, slug)
        WHERE state IN ('received', 'queued', 'proposed', 'failed');
    CREATE TABLE files (
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (contribution, path)
    ) STRICT;
    CREATE TABLE events (
        number INTEGER PRIMARY KEY,
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        at INTEGER NOT NULL,
        state TEXT NOT NULL,
        note TEXT
    ) STRICT;
    CREATE INDEX events_by_contribution ON events (contribution, number);
    CREATE TABLE uploads (
        key BLOB PRIMARY KEY,
        name TEXT NOT NULL,
        bytes BLOB NOT NULL,
        created INTEGER NOT NULL
    ) STRICT;
", "
    -- What drafts and kept files hold together, counted as they come and go, so that a preview
    -- need not add up all of them.
    ALTER TABLE contributions ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE contributions ADD COLUMN upload_key BLOB;
    UPDATE contributions SET size = LENGTH(form) + COALESCE(
        (SELECT SUM(LENGTH(bytes)) FROM files WHERE contribution = contributions.id), 0);
    CREATE INDEX drafts_by_age ON contributions (created, id) WHERE state = 'draft';
    CREATE INDEX uploads_by_age ON uploads (created);
    CREATE TABLE held (bytes INTEGER NOT NULL) STRICT;
    INSERT INTO held SELECT
        (SELECT COALESCE(SUM(size), 0) FROM contributions WHERE state = 'draft')
        + (SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM uploads);
    CREATE TRIGGER draft_made AFTER INSERT ON contributions WHEN NEW.state = 'draft'
        BEGIN UPDATE held SET bytes = bytes + NEW.size; END;
    CREATE TRIGGER draft_sent AFTER UPDATE OF state ON contributions
        WHEN OLD.state = 'draft' AND NEW.state <> 'draft'
        BEGIN UPDATE held SET bytes = bytes - OLD.size; END;
    CREATE TRIGGER draft_forgotten AFTER DELETE ON contributions WHEN OLD.state = 'draft'
        BEGIN UPDATE held SET bytes = bytes - OLD.size; END;
    CREATE TRIGGER upload_kept AFTER INSERT ON uploads
        BEGIN UPDATE held SET bytes = bytes + LENGTH(NEW.bytes); END;
    CREATE TRIGGER upload_forgotten AFTER DELETE ON uploads
        BEGIN UPDATE held SET bytes = bytes - LENGTH(OLD.bytes); END;
    -- The form of a contribution that was sent is not read any more, and what was withdrawn
    -- before this version keeps no words either.
    UPDATE contributions SET form = '' WHERE state <> 'draft';
    UPDATE contributions SET title = '', slug = id, reason = NULL WHERE state = 'withdrawn';
    UPDATE events SET note = NULL WHERE contribution IN (SELECT id FROM contributions WHERE state = 'withdrawn');
", "
    -- What a contribution asks for: a new entry until now. Only a new entry takes a folder name;
    -- several people may edit, review or use one entry at a time.
    ALTER TABLE contributions ADD COLUMN ask TEXT NOT NULL DEFAULT 'new-entry';
    ALTER TABLE contributions ADD COLUMN words TEXT NOT NULL DEFAULT '';
    ALTER TABLE contributions ADD COLUMN request_number INTEGER;
    ALTER TABLE contributions ADD COLUMN request_address TEXT;
    ALTER TABLE files ADD COLUMN replaces TEXT;
    DROP INDEX open_slugs;
    CREATE UNIQUE INDEX open_slugs ON contributions (kind, slug)
        WHERE ask = 'new-entry' AND state IN ('received', 'queued', 'proposed', 'failed');
", "
    -- The whole life: versions of one contribution, consent, where it came from (a keyed hash of
    -- the neighbourhood, while it is open), work that several replicas share.
    ALTER TABLE contributions ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE contributions ADD COLUMN changed INTEGER;
    ALTER TABLE contributions ADD COLUMN changes TEXT;
    ALTER TABLE contributions ADD COLUMN consent TEXT NOT NULL DEFAULT '';
    ALTER TABLE contributions ADD COLUMN consent_version TEXT NOT NULL DEFAULT '';
    ALTER TABLE contributions ADD COLUMN place BLOB;
    ALTER TABLE contributions ADD COLUMN lease_until INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE sent_keys (
        key BLOB PRIMARY KEY,
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE
    ) STRICT;
    CREATE TABLE rounds (name TEXT PRIMARY KEY, until INTEGER NOT NULL) STRICT;
    INSERT INTO rounds VALUES ('look', 0), ('ready', 0);
    CREATE INDEX contributions_by_place ON contributions (place) WHERE place IS NOT NULL;
    DROP INDEX open_slugs;
    CREATE UNIQUE INDEX open_slugs ON contributions (kind, slug)
        WHERE ask = 'new-entry' AND state IN
            ('received', 'confirmed', 'held', 'queued', 'proposed', 'changes-requested', 'updated', 'failed');
", "
    -- Mail: one sealed address for a contribution, the mails owed to it, how many went where on a day,
    -- and the organisation's domain that a confirmed address belongs to.
    ALTER TABLE contributions ADD COLUMN confirmed_domain TEXT;
    CREATE TABLE mail_addresses (
        contribution TEXT PRIMARY KEY REFERENCES contributions (id) ON DELETE CASCADE,
        sealed BLOB NOT NULL,
        address_hash BLOB NOT NULL,
        domain_hash BLOB NOT NULL,
        token BLOB NOT NULL,
        given INTEGER NOT NULL,
        confirmed INTEGER
    ) STRICT;
    CREATE TABLE mails (
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        owed INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        next_try INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (contribution, kind, owed)
    ) STRICT;
    CREATE INDEX mails_by_time ON mails (next_try);
    CREATE TABLE mail_counts (
        day INTEGER NOT NULL,
        hash BLOB NOT NULL,
        mails INTEGER NOT NULL,
        PRIMARY KEY (day, hash)
    ) STRICT;
", "
    -- Whether a draft came with a proof of work. Those of before this version need none.
    ALTER TABLE contributions ADD COLUMN proven INTEGER NOT NULL DEFAULT 1;
", "
    -- The proof itself, so that it is used up by what is sent and not by what is looked at.
    ALTER TABLE contributions DROP COLUMN proven;
    ALTER TABLE contributions ADD COLUMN proof TEXT;
", "
    -- What maintainers wrote at the forge, and what they asked for when it was heard last.
    ALTER TABLE contributions ADD COLUMN heard_ask TEXT;
    CREATE TABLE replies (
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        at INTEGER NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (contribution, id)
    ) STRICT;
"];

/// The tables in PostgreSQL, in the same way; `interlink_schema` counts what a database has.
pub(super) const POSTGRES: &[&str] = &[
    "
    CREATE TABLE contributions (
        id TEXT PRIMARY KEY,
        state TEXT NOT NULL,
        ask TEXT NOT NULL,
        kind TEXT NOT NULL,
        slug TEXT NOT NULL,
        language TEXT NOT NULL,
        title TEXT NOT NULL,
        author TEXT,
        words TEXT NOT NULL DEFAULT '',
        form TEXT NOT NULL,
        send_key BYTEA NOT NULL UNIQUE,
        status_key BYTEA NOT NULL,
        upload_key BYTEA,
        created BIGINT NOT NULL,
        received BIGINT,
        updated BIGINT NOT NULL,
        changed BIGINT,
        changes TEXT,
        version BIGINT NOT NULL DEFAULT 1,
        size BIGINT NOT NULL DEFAULT 0,
        attempts BIGINT NOT NULL DEFAULT 0,
        next_try BIGINT NOT NULL DEFAULT 0,
        lease_until BIGINT NOT NULL DEFAULT 0,
        discard BIGINT NOT NULL DEFAULT 0,
        commit_id TEXT,
        request_number BIGINT,
        request_address TEXT,
        reason TEXT,
        consent TEXT NOT NULL DEFAULT '',
        consent_version TEXT NOT NULL DEFAULT '',
        place BYTEA
    );
    CREATE INDEX contributions_by_state ON contributions (state, next_try);
    CREATE INDEX contributions_to_discard ON contributions (next_try) WHERE discard = 1;
    CREATE INDEX drafts_by_age ON contributions (created, id) WHERE state = 'draft';
    CREATE INDEX contributions_by_place ON contributions (place) WHERE place IS NOT NULL;
    CREATE UNIQUE INDEX open_slugs ON contributions (kind, slug)
        WHERE ask = 'new-entry' AND state IN
            ('received', 'confirmed', 'held', 'queued', 'proposed', 'changes-requested', 'updated', 'failed');
    CREATE TABLE files (
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        path TEXT NOT NULL,
        bytes BYTEA NOT NULL,
        replaces TEXT,
        PRIMARY KEY (contribution, path)
    );
    CREATE TABLE events (
        number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        at BIGINT NOT NULL,
        state TEXT NOT NULL,
        note TEXT
    );
    CREATE INDEX events_by_contribution ON events (contribution, number);
    CREATE TABLE uploads (
        key BYTEA PRIMARY KEY,
        name TEXT NOT NULL,
        bytes BYTEA NOT NULL,
        created BIGINT NOT NULL
    );
    CREATE INDEX uploads_by_age ON uploads (created);
    CREATE TABLE sent_keys (
        key BYTEA PRIMARY KEY,
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE
    );
    CREATE TABLE rounds (name TEXT PRIMARY KEY, until BIGINT NOT NULL);
    INSERT INTO rounds VALUES ('look', 0), ('ready', 0);
    CREATE VIEW held AS SELECT CAST(
        (SELECT COALESCE(SUM(size), 0) FROM contributions WHERE state = 'draft')
        + (SELECT COALESCE(SUM(LENGTH(bytes)), 0) FROM uploads) AS BIGINT) AS bytes;
",
    "
    -- Mail: one sealed address for a contribution, the mails owed to it, how many went where on a day,
    -- and the organisation's domain that a confirmed address belongs to.
    ALTER TABLE contributions ADD COLUMN confirmed_domain TEXT;
    CREATE TABLE mail_addresses (
        contribution TEXT PRIMARY KEY REFERENCES contributions (id) ON DELETE CASCADE,
        sealed BYTEA NOT NULL,
        address_hash BYTEA NOT NULL,
        domain_hash BYTEA NOT NULL,
        token BYTEA NOT NULL,
        given BIGINT NOT NULL,
        confirmed BIGINT
    );
    CREATE TABLE mails (
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        kind TEXT NOT NULL,
        owed BIGINT NOT NULL,
        attempts BIGINT NOT NULL DEFAULT 0,
        next_try BIGINT NOT NULL DEFAULT 0,
        PRIMARY KEY (contribution, kind, owed)
    );
    CREATE INDEX mails_by_time ON mails (next_try);
    CREATE TABLE mail_counts (
        day BIGINT NOT NULL,
        hash BYTEA NOT NULL,
        mails BIGINT NOT NULL,
        PRIMARY KEY (day, hash)
    );
",
    "
    -- Whether a draft came with a proof of work. Those of before this version need none.
    ALTER TABLE contributions ADD COLUMN proven BIGINT NOT NULL DEFAULT 1;
",
    "
    -- The proof itself, so that it is used up by what is sent and not by what is looked at.
    ALTER TABLE contributions DROP COLUMN proven;
    ALTER TABLE contributions ADD COLUMN proof TEXT;
",
    "
    -- What maintainers wrote at the forge, and what they asked for when it was heard last.
    ALTER TABLE contributions ADD COLUMN heard_ask TEXT;
    CREATE TABLE replies (
        contribution TEXT NOT NULL REFERENCES contributions (id) ON DELETE CASCADE,
        id TEXT NOT NULL,
        at BIGINT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (contribution, id)
    );
",
    "
    -- What drafts and kept files hold together, counted as they come and go, so that a preview need not
    -- add up all of them. Each connection counts in a row of its own, or nearly, so that none waits for another.
    LOCK TABLE contributions, uploads IN SHARE ROW EXCLUSIVE MODE;
    CREATE TABLE held_parts (part BIGINT PRIMARY KEY, bytes BIGINT NOT NULL);
    INSERT INTO held_parts SELECT part, 0 FROM generate_series(0, 63) AS part;
    UPDATE held_parts SET bytes = (SELECT bytes FROM held) WHERE part = 0;
    DROP VIEW held;
    CREATE VIEW held AS SELECT CAST(SUM(bytes) AS BIGINT) AS bytes FROM held_parts;
    CREATE FUNCTION count_draft() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE held_parts SET bytes = bytes + CASE TG_OP WHEN 'INSERT' THEN NEW.size ELSE -OLD.size END
                WHERE part = pg_backend_pid() % 64;
            RETURN NULL;
        END
    $$;
    CREATE TRIGGER draft_made AFTER INSERT ON contributions
        FOR EACH ROW WHEN (NEW.state = 'draft') EXECUTE FUNCTION count_draft();
    CREATE TRIGGER draft_sent AFTER UPDATE OF state ON contributions
        FOR EACH ROW WHEN (OLD.state = 'draft' AND NEW.state <> 'draft') EXECUTE FUNCTION count_draft();
    CREATE TRIGGER draft_forgotten AFTER DELETE ON contributions
        FOR EACH ROW WHEN (OLD.state = 'draft') EXECUTE FUNCTION count_draft();
    CREATE FUNCTION count_upload() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE held_parts SET bytes = bytes
                + CASE TG_OP WHEN 'INSERT' THEN LENGTH(NEW.bytes) ELSE -LENGTH(OLD.bytes) END
                WHERE part = pg_backend_pid() % 64;
            RETURN NULL;
        END
    $$;
    CREATE TRIGGER upload_kept AFTER INSERT ON uploads FOR EACH ROW EXECUTE FUNCTION count_upload();
    CREATE TRIGGER upload_forgotten AFTER DELETE ON uploads FOR EACH ROW EXECUTE FUNCTION count_upload();
",
];
