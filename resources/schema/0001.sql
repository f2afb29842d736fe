-- SPDX-License-Identifier: GPL-3.0-or-later
-- Catalogue, schema 1.  ARCHITECTURE.md, "The file", says why it is so.
-- Recorded tables (their changes go into the history): STRICT, every key declared, no foreign-key actions,
-- no generated columns, no timestamps that move, and no trigger writes into them.
PRAGMA application_id = 0x57414943;  -- "WAIC"
PRAGMA user_version = 1;

CREATE TABLE announcement(
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  title        TEXT NOT NULL CHECK(trim(title) <> ''),
  summary      TEXT,
  kind         TEXT,                       -- model, hardware, robot, … : open list
  edition      TEXT,                       -- 'WAIC 2025'; NULL belongs to none
  announced_on TEXT CHECK(announced_on GLOB '[0-9][0-9][0-9][0-9]' OR announced_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
                       OR announced_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  country      TEXT,                       -- ISO 3166-1 alpha-2, or INT
  openness     TEXT,
  url          TEXT,
  notes        TEXT,
  verification TEXT NOT NULL DEFAULT 'unverified',  -- unverified, confirmed, disputed, retracted
  starred      INTEGER NOT NULL DEFAULT 0 CHECK(starred IN (0, 1)),
  binned_at    TEXT                        -- UTC; NULL: not in the bin
) STRICT;

CREATE TABLE organisation(
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name        TEXT NOT NULL CHECK(trim(name) <> ''),
  country     TEXT,
  type        TEXT,
  merged_into INTEGER REFERENCES organisation(id) CHECK(merged_into <> id)
) STRICT;

CREATE TABLE organisation_name(            -- names in other languages, and aliases
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  organisation INTEGER NOT NULL REFERENCES organisation(id),
  name         TEXT NOT NULL,
  language     TEXT,                       -- ISO 639-1; NULL for an alias of no language
  is_alias     INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE organisation_distinct(        -- "these two differ", said by the analyst
  a INTEGER NOT NULL REFERENCES organisation(id),
  b INTEGER NOT NULL REFERENCES organisation(id),
  PRIMARY KEY(a, b), CHECK(a < b)
) STRICT, WITHOUT ROWID;

CREATE TABLE participation(
  announcement INTEGER NOT NULL REFERENCES announcement(id),
  organisation INTEGER NOT NULL REFERENCES organisation(id),
  role         TEXT NOT NULL DEFAULT 'subject',     -- announcer, partner, subject, speaker
  PRIMARY KEY(announcement, organisation, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE tag(
  id          INTEGER PRIMARY KEY,
  uid         TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name        TEXT NOT NULL UNIQUE CHECK(trim(name) <> ''),
  merged_into INTEGER REFERENCES tag(id) CHECK(merged_into <> id)
) STRICT;

CREATE TABLE announcement_tag(
  announcement INTEGER NOT NULL REFERENCES announcement(id),
  tag          INTEGER NOT NULL REFERENCES tag(id),
  PRIMARY KEY(announcement, tag)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit(
  name      TEXT PRIMARY KEY NOT NULL,     -- as shown: 'TB', 'PFLOPS', '%', 'companies'
  dimension TEXT NOT NULL,                 -- units convert only within one
  factor    REAL                           -- to the dimension's base; NULL: never converted (currencies)
) STRICT, WITHOUT ROWID;

CREATE TABLE measure(
  name      TEXT PRIMARY KEY NOT NULL,     -- 'AI models released'
  dimension TEXT,                          -- NULL: not said
  share_of  TEXT REFERENCES measure(name)  -- a stated percentage of that measure's whole
) STRICT, WITHOUT ROWID;

CREATE TABLE definition(                   -- what exactly was counted; unlike ones never share an axis unsaid
  name   TEXT PRIMARY KEY NOT NULL,
  counts TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE claim(                        -- one statement of a number
  id               INTEGER PRIMARY KEY,
  uid              TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  announcement     INTEGER NOT NULL REFERENCES announcement(id),
  measure          TEXT NOT NULL REFERENCES measure(name),
  subject          TEXT NOT NULL,
  value            REAL NOT NULL,
  value_to         REAL CHECK(value_to >= value),   -- upper end where a page states a range
  of_value         REAL,                   -- the whole: 1,509 of 3,755
  unit             TEXT NOT NULL REFERENCES unit(name),
  qualifier        TEXT NOT NULL DEFAULT 'exactly', -- exactly, about, more than, less than, up to, at least
  nature           TEXT NOT NULL DEFAULT 'observed',-- observed, specified, estimate, forecast, target
  definition       TEXT REFERENCES definition(name),
  scope            TEXT,                   -- remaining words on what the figure covers
  as_of            TEXT CHECK(as_of GLOB '[0-9][0-9][0-9][0-9]' OR as_of GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]'
                           OR as_of GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
  verification     TEXT NOT NULL DEFAULT 'unverified',
  preferred        INTEGER NOT NULL DEFAULT 0 CHECK(preferred IN (0, 1)),
  preferred_reason TEXT,
  note             TEXT
) STRICT;

CREATE TABLE source(
  id            INTEGER PRIMARY KEY,
  uid           TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  url           TEXT,
  title         TEXT NOT NULL,
  publisher     TEXT,
  language      TEXT,
  published_on  TEXT,
  accessed_on   TEXT,
  attributed_to TEXT                       -- whom the page cites, in its words
) STRICT;

CREATE TABLE source_quotes(                -- VietNamNet quotes Xinhua, Xinhua quotes WAIC
  source INTEGER NOT NULL REFERENCES source(id),
  origin INTEGER NOT NULL REFERENCES source(id),
  PRIMARY KEY(source, origin), CHECK(source <> origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE citation(                     -- a source says a claim, or supports an announcement's text
  id           INTEGER PRIMARY KEY,
  uid          TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  claim        INTEGER REFERENCES claim(id),
  announcement INTEGER REFERENCES announcement(id),
  source       INTEGER NOT NULL REFERENCES source(id),
  stance       TEXT NOT NULL DEFAULT 'supports',    -- supports, contests
  locator      TEXT,                       -- page, paragraph
  as_said      TEXT,                       -- the source's own words
  qualifier    TEXT,                       -- this page's hedge, where it differs from the claim's
  CHECK((claim IS NULL) <> (announcement IS NULL))
) STRICT;

CREATE TABLE field(                        -- a user's own columns
  id       INTEGER PRIMARY KEY,
  uid      TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name     TEXT NOT NULL UNIQUE,
  type     TEXT NOT NULL DEFAULT 'text',   -- text, number, date, choice, link, yes/no
  choices  TEXT,                           -- JSON array
  position INTEGER NOT NULL DEFAULT 0,
  hidden   INTEGER NOT NULL DEFAULT 0      -- deleting a field hides it, so undo is one cell
) STRICT;

CREATE TABLE field_value(
  announcement INTEGER NOT NULL REFERENCES announcement(id),
  field        INTEGER NOT NULL REFERENCES field(id),
  value        ANY NOT NULL,
  PRIMARY KEY(announcement, field)
) STRICT, WITHOUT ROWID;

-- JSON in these is checked by the app: a JSON function in the schema makes the whole file unreadable under TRUSTED_SCHEMA off.
CREATE TABLE saved_view(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name TEXT NOT NULL UNIQUE, query TEXT NOT NULL, columns TEXT, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE saved_chart(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name TEXT NOT NULL UNIQUE, spec TEXT NOT NULL, position INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE import_mapping(
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  name TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL
) STRICT;
CREATE TABLE accepted_finding(             -- a finding of the evidence checks that the analyst accepts
  id INTEGER PRIMARY KEY, uid TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  check_name TEXT NOT NULL, row_uid TEXT NOT NULL, seen TEXT NOT NULL, reason TEXT NOT NULL, author TEXT, at TEXT NOT NULL,
  UNIQUE(check_name, row_uid, seen)
) STRICT;

-- Not recorded -----------------------------------------------------------------------------------------------------
CREATE TABLE meta(key TEXT PRIMARY KEY NOT NULL, value ANY) STRICT, WITHOUT ROWID;  -- catalogue_uid, starter_version, bulk

CREATE TABLE step(                         -- one Edit; undo and redo are steps too
  id             INTEGER PRIMARY KEY,
  uid            TEXT NOT NULL UNIQUE DEFAULT (lower(hex(randomblob(16)))),
  at             TEXT NOT NULL,            -- UTC, ISO 8601 with milliseconds
  author         TEXT,
  label          TEXT NOT NULL,            -- in the user's words: 'Set country of 12 announcements'
  kind           TEXT NOT NULL,            -- edit, undo, redo, import, merge
  inverts        INTEGER REFERENCES step(id),
  schema_version INTEGER NOT NULL
) STRICT;
CREATE TABLE step_part(                    -- at most 10,000 rows each; an import's new rows are an id range instead
  step INTEGER NOT NULL REFERENCES step(id), seq INTEGER NOT NULL,
  changeset BLOB, entity TEXT, first_id INTEGER, last_id INTEGER,
  PRIMARY KEY(step, seq), CHECK((changeset IS NULL) <> (entity IS NULL))
) STRICT;
CREATE TABLE step_row(                     -- the history of one record without decoding blobs
  step INTEGER NOT NULL REFERENCES step(id), entity TEXT NOT NULL, row INTEGER NOT NULL,
  PRIMARY KEY(entity, row, step)
) STRICT, WITHOUT ROWID;
CREATE TABLE touched(                      -- every writer's changes, this app's or another's; each reader keeps its own place
  seq    INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  row    INTEGER NOT NULL,
  token  INTEGER NOT NULL DEFAULT (random())        -- tells two copies of a file apart that grew separately
) STRICT;

CREATE INDEX announcement_by_date      ON announcement(announced_on);
CREATE INDEX participation_by_org      ON participation(organisation);
CREATE INDEX organisation_name_by_org  ON organisation_name(organisation);
CREATE INDEX announcement_tag_by_tag   ON announcement_tag(tag);
CREATE INDEX claim_by_announcement     ON claim(announcement);
CREATE INDEX claim_by_measure          ON claim(measure);
CREATE UNIQUE INDEX citation_of_claim        ON citation(claim, source)        WHERE claim IS NOT NULL;
CREATE UNIQUE INDEX citation_of_announcement ON citation(announcement, source) WHERE announcement IS NOT NULL;
CREATE INDEX citation_by_source        ON citation(source);
CREATE INDEX field_value_by_field      ON field_value(field);

-- Every writer's changes are noted in touched; 'bulk' in meta lets a filler of test data stay silent.
CREATE TRIGGER announcement_added AFTER INSERT ON announcement WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.id); END;
CREATE TRIGGER announcement_changed AFTER UPDATE ON announcement WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.id);
      INSERT INTO touched(entity, row) SELECT 'announcement', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER announcement_removed AFTER DELETE ON announcement WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', old.id); END;
CREATE TRIGGER claim_added AFTER INSERT ON claim WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement); END;
CREATE TRIGGER claim_changed AFTER UPDATE ON claim WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement);
      INSERT INTO touched(entity, row) SELECT 'announcement', old.announcement WHERE old.announcement IS NOT new.announcement; END;
CREATE TRIGGER claim_removed AFTER DELETE ON claim WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', old.announcement); END;
CREATE TRIGGER participation_added AFTER INSERT ON participation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement); END;
CREATE TRIGGER participation_changed AFTER UPDATE ON participation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement);
      INSERT INTO touched(entity, row) SELECT 'announcement', old.announcement WHERE old.announcement IS NOT new.announcement; END;
CREATE TRIGGER participation_removed AFTER DELETE ON participation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', old.announcement); END;
CREATE TRIGGER announcement_tag_added AFTER INSERT ON announcement_tag WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement); END;
CREATE TRIGGER announcement_tag_changed AFTER UPDATE ON announcement_tag WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement);
      INSERT INTO touched(entity, row) SELECT 'announcement', old.announcement WHERE old.announcement IS NOT new.announcement; END;
CREATE TRIGGER announcement_tag_removed AFTER DELETE ON announcement_tag WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', old.announcement); END;
CREATE TRIGGER field_value_added AFTER INSERT ON field_value WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement); END;
CREATE TRIGGER field_value_changed AFTER UPDATE ON field_value WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', new.announcement);
      INSERT INTO touched(entity, row) SELECT 'announcement', old.announcement WHERE old.announcement IS NOT new.announcement; END;
CREATE TRIGGER field_value_removed AFTER DELETE ON field_value WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', old.announcement); END;
CREATE TRIGGER citation_added AFTER INSERT ON citation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', coalesce(new.announcement, (SELECT announcement FROM claim WHERE id = new.claim), 0)); END;
CREATE TRIGGER citation_changed AFTER UPDATE ON citation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', coalesce(new.announcement, (SELECT announcement FROM claim WHERE id = new.claim), 0));
      INSERT INTO touched(entity, row) SELECT 'announcement', coalesce(old.announcement, (SELECT announcement FROM claim WHERE id = old.claim), 0)
        WHERE old.claim IS NOT new.claim OR old.announcement IS NOT new.announcement; END;
CREATE TRIGGER citation_removed AFTER DELETE ON citation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('announcement', coalesce(old.announcement, (SELECT announcement FROM claim WHERE id = old.claim), 0)); END;
CREATE TRIGGER organisation_added AFTER INSERT ON organisation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', new.id); END;
CREATE TRIGGER organisation_changed AFTER UPDATE ON organisation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', new.id);
      INSERT INTO touched(entity, row) SELECT 'organisation', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER organisation_removed AFTER DELETE ON organisation WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', old.id); END;
CREATE TRIGGER tag_added AFTER INSERT ON tag WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('tag', new.id); END;
CREATE TRIGGER tag_changed AFTER UPDATE ON tag WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('tag', new.id);
      INSERT INTO touched(entity, row) SELECT 'tag', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER tag_removed AFTER DELETE ON tag WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('tag', old.id); END;
CREATE TRIGGER source_added AFTER INSERT ON source WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('source', new.id); END;
CREATE TRIGGER source_changed AFTER UPDATE ON source WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('source', new.id);
      INSERT INTO touched(entity, row) SELECT 'source', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER source_removed AFTER DELETE ON source WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('source', old.id); END;
CREATE TRIGGER field_added AFTER INSERT ON field WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('field', new.id); END;
CREATE TRIGGER field_changed AFTER UPDATE ON field WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('field', new.id);
      INSERT INTO touched(entity, row) SELECT 'field', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER field_removed AFTER DELETE ON field WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('field', old.id); END;
CREATE TRIGGER saved_view_added AFTER INSERT ON saved_view WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('saved_view', new.id); END;
CREATE TRIGGER saved_view_changed AFTER UPDATE ON saved_view WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('saved_view', new.id);
      INSERT INTO touched(entity, row) SELECT 'saved_view', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER saved_view_removed AFTER DELETE ON saved_view WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('saved_view', old.id); END;
CREATE TRIGGER saved_chart_added AFTER INSERT ON saved_chart WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('saved_chart', new.id); END;
CREATE TRIGGER saved_chart_changed AFTER UPDATE ON saved_chart WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('saved_chart', new.id);
      INSERT INTO touched(entity, row) SELECT 'saved_chart', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER saved_chart_removed AFTER DELETE ON saved_chart WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('saved_chart', old.id); END;
CREATE TRIGGER import_mapping_added AFTER INSERT ON import_mapping WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('import_mapping', new.id); END;
CREATE TRIGGER import_mapping_changed AFTER UPDATE ON import_mapping WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('import_mapping', new.id);
      INSERT INTO touched(entity, row) SELECT 'import_mapping', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER import_mapping_removed AFTER DELETE ON import_mapping WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('import_mapping', old.id); END;
CREATE TRIGGER accepted_finding_added AFTER INSERT ON accepted_finding WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('accepted_finding', new.id); END;
CREATE TRIGGER accepted_finding_changed AFTER UPDATE ON accepted_finding WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('accepted_finding', new.id);
      INSERT INTO touched(entity, row) SELECT 'accepted_finding', old.id WHERE old.id IS NOT new.id; END;
CREATE TRIGGER accepted_finding_removed AFTER DELETE ON accepted_finding WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('accepted_finding', old.id); END;
CREATE TRIGGER organisation_name_added AFTER INSERT ON organisation_name WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', new.organisation); END;
CREATE TRIGGER organisation_name_changed AFTER UPDATE ON organisation_name WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', new.organisation);
      INSERT INTO touched(entity, row) SELECT 'organisation', old.organisation WHERE old.organisation IS NOT new.organisation; END;
CREATE TRIGGER organisation_name_removed AFTER DELETE ON organisation_name WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', old.organisation); END;
CREATE TRIGGER organisation_distinct_added AFTER INSERT ON organisation_distinct WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', new.a);
      INSERT INTO touched(entity, row) VALUES('organisation', new.b); END;
CREATE TRIGGER organisation_distinct_changed AFTER UPDATE ON organisation_distinct WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', new.a);
      INSERT INTO touched(entity, row) SELECT 'organisation', old.a WHERE old.a IS NOT new.a;
      INSERT INTO touched(entity, row) VALUES('organisation', new.b);
      INSERT INTO touched(entity, row) SELECT 'organisation', old.b WHERE old.b IS NOT new.b; END;
CREATE TRIGGER organisation_distinct_removed AFTER DELETE ON organisation_distinct WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('organisation', old.a);
      INSERT INTO touched(entity, row) VALUES('organisation', old.b); END;
CREATE TRIGGER source_quotes_added AFTER INSERT ON source_quotes WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('source', new.source); END;
CREATE TRIGGER source_quotes_changed AFTER UPDATE ON source_quotes WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('source', new.source);
      INSERT INTO touched(entity, row) SELECT 'source', old.source WHERE old.source IS NOT new.source; END;
CREATE TRIGGER source_quotes_removed AFTER DELETE ON source_quotes WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('source', old.source); END;
CREATE TRIGGER measure_added AFTER INSERT ON measure WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('measure', 0); END;
CREATE TRIGGER measure_changed AFTER UPDATE ON measure WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('measure', 0); END;
CREATE TRIGGER measure_removed AFTER DELETE ON measure WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('measure', 0); END;
CREATE TRIGGER unit_added AFTER INSERT ON unit WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('unit', 0); END;
CREATE TRIGGER unit_changed AFTER UPDATE ON unit WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('unit', 0); END;
CREATE TRIGGER unit_removed AFTER DELETE ON unit WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('unit', 0); END;
CREATE TRIGGER definition_added AFTER INSERT ON definition WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('definition', 0); END;
CREATE TRIGGER definition_changed AFTER UPDATE ON definition WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('definition', 0); END;
CREATE TRIGGER definition_removed AFTER DELETE ON definition WHEN NOT EXISTS(SELECT 1 FROM meta WHERE key = 'bulk')
BEGIN INSERT INTO touched(entity, row) VALUES('definition', 0); END;

-- For other tools --------------------------------------------------------------------------------------------------
CREATE VIEW v_claim AS
SELECT c.uid, a.uid AS announcement_uid, a.title AS announcement, a.edition, c.measure, c.subject, c.qualifier, c.value, c.value_to,
       c.of_value, CASE WHEN c.of_value > 0 THEN c.value / c.of_value END AS share, c.unit, c.nature, c.definition, c.scope, c.as_of,
       c.verification, c.preferred,
       (SELECT count(*) FROM citation t WHERE t.claim = c.id) AS sources,
       (SELECT group_concat(DISTINCT s.publisher) FROM citation t JOIN source s ON s.id = t.source WHERE t.claim = c.id) AS publishers
FROM claim c JOIN announcement a ON a.id = c.announcement WHERE a.binned_at IS NULL;

CREATE VIEW v_announcement AS
SELECT a.uid, a.title, a.summary, a.kind, a.edition, a.announced_on, a.country, a.openness, a.url, a.notes, a.verification, a.starred,
       (SELECT group_concat(DISTINCT coalesce(m.name, o.name)) FROM participation p JOIN organisation o ON o.id = p.organisation
          LEFT JOIN organisation m ON m.id = o.merged_into WHERE p.announcement = a.id) AS organisations,
       (SELECT group_concat(DISTINCT t.name) FROM announcement_tag l JOIN tag t ON t.id = l.tag WHERE l.announcement = a.id) AS tags,
       (SELECT count(*) FROM claim c WHERE c.announcement = a.id) AS claims
FROM announcement a WHERE a.binned_at IS NULL;
