-- Settings, decisions and which marketplace snapshot is in use.

CREATE TABLE setting (
    setting_key   VARCHAR PRIMARY KEY,
    setting_value VARCHAR NOT NULL
);

-- One line per decision, never changed: triggers refuse UPDATE and DELETE, the reference to itself refuses TRUNCATE,
-- and an insert must continue the sequence.
CREATE TABLE decision (
    sequence     BIGINT PRIMARY KEY,
    deal_id      VARCHAR NOT NULL,
    made_at      TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    score        DOUBLE PRECISION NOT NULL CHECK (score BETWEEN 0 AND 1),
    model_hash   VARCHAR NOT NULL,
    verdict      VARCHAR NOT NULL CHECK (verdict IN ('APPROVED', 'OVERRIDDEN', 'WITHDRAWN')),
    reason       VARCHAR,
    comment      VARCHAR,
    new_discount DOUBLE PRECISION,
    new_price    BIGINT,
    new_duration INTEGER,
    new_category VARCHAR,
    undone       BIGINT UNIQUE REFERENCES decision (sequence),
    CHECK ((verdict = 'OVERRIDDEN') = (reason IS NOT NULL)),
    CHECK ((verdict = 'OVERRIDDEN') = (comment IS NOT NULL)),
    CHECK ((verdict = 'WITHDRAWN') = (undone IS NOT NULL))
);
CREATE TRIGGER decision_insert BEFORE INSERT ON decision FOR EACH ROW CALL 'aidg.engine.workspace.AppendOnly';
CREATE TRIGGER decision_update BEFORE UPDATE ON decision FOR EACH ROW CALL 'aidg.engine.workspace.AppendOnly';
CREATE TRIGGER decision_delete BEFORE DELETE ON decision FOR EACH ROW CALL 'aidg.engine.workspace.AppendOnly';

-- The snapshot in use lies sealed in the file snapshot-<number>.sealed beside the database, because half a million rows
-- in it take ten times as long to read. Its key is here and nowhere else, so a replaced snapshot cannot be read again.
-- No row before the first import.
CREATE TABLE current_snapshot (
    only_row    BOOLEAN PRIMARY KEY CHECK (only_row),
    number      BIGINT NOT NULL,
    layout      INTEGER NOT NULL,
    file_key    BINARY(32) NOT NULL,
    imported_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
