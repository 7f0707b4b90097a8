-- Review sessions: what was done in them, what was put off, written, tried and read a second time.

-- One session per row; no end while it runs or is paused.
CREATE TABLE review_session (
    number     BIGINT PRIMARY KEY,
    reader     VARCHAR NOT NULL,
    started_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    ended_at   TIMESTAMP(9) WITH TIME ZONE
);

-- The stretches in which somebody worked. The last sign of life is renewed every few seconds, so that a killed
-- process loses no more than these of its time.
CREATE TABLE session_span (
    session   BIGINT NOT NULL REFERENCES review_session (number),
    begun_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    alive_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    closed    BOOLEAN NOT NULL,
    PRIMARY KEY (session, begun_at)
);

-- Where a session stands: the selection, what is half written, the layout.
CREATE TABLE session_state (
    session     BIGINT NOT NULL REFERENCES review_session (number),
    state_key   VARCHAR NOT NULL,
    state_value VARCHAR NOT NULL,
    PRIMARY KEY (session, state_key)
);

-- Everything that was done, each line chained to the one before by its hash. Triggers keep it as it is.
CREATE TABLE audit (
    sequence      BIGINT PRIMARY KEY,
    made_at       TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    actor         VARCHAR NOT NULL,
    session       BIGINT NOT NULL,
    kind          VARCHAR NOT NULL,
    subject       VARCHAR NOT NULL,
    facts         VARCHAR NOT NULL,
    previous_hash CHAR(64) NOT NULL,
    hash          CHAR(64) NOT NULL UNIQUE
);
CREATE TRIGGER audit_insert BEFORE INSERT ON audit FOR EACH ROW CALL 'aidg.engine.workspace.AppendOnly';
CREATE TRIGGER audit_update BEFORE UPDATE ON audit FOR EACH ROW CALL 'aidg.engine.workspace.AppendOnly';
CREATE TRIGGER audit_delete BEFORE DELETE ON audit FOR EACH ROW CALL 'aidg.engine.workspace.AppendOnly';

-- Proposals put off until the morning of a day.
CREATE TABLE snooze (
    deal_id    VARCHAR PRIMARY KEY,
    until_day  DATE NOT NULL,
    snoozed_at TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- What managers wrote about merchants here, beside the notes that were imported.
CREATE TABLE note (
    number      BIGINT PRIMARY KEY,
    merchant_id VARCHAR NOT NULL,
    deal_id     VARCHAR,
    writer      VARCHAR NOT NULL,
    written_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    body        VARCHAR NOT NULL,
    withdrawn   BOOLEAN NOT NULL
);

-- Terms that were tried and named, with what the model said of them then.
CREATE TABLE scenario (
    number       BIGINT PRIMARY KEY,
    deal_id      VARCHAR NOT NULL,
    name         VARCHAR NOT NULL,
    discount     DOUBLE PRECISION NOT NULL,
    price        BIGINT NOT NULL,
    duration     INTEGER NOT NULL,
    category     VARCHAR NOT NULL,
    starts_on    DATE NOT NULL,
    score        DOUBLE PRECISION NOT NULL,
    score_low    DOUBLE PRECISION NOT NULL,
    score_high   DOUBLE PRECISION NOT NULL,
    approval     DOUBLE PRECISION NOT NULL,
    gp30         BIGINT NOT NULL,
    gp30_low     BIGINT NOT NULL,
    gp30_high    BIGINT NOT NULL,
    refusal      VARCHAR NOT NULL,
    model_hash   VARCHAR NOT NULL,
    data_hash    VARCHAR NOT NULL,
    saved_at     TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    UNIQUE (deal_id, name)
);

-- What a second reader would have decided, without sight of the first decision.
CREATE TABLE second_reading (
    number  BIGINT PRIMARY KEY,
    deal_id VARCHAR NOT NULL,
    reader  VARCHAR NOT NULL,
    read_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    reason  VARCHAR,
    comment VARCHAR NOT NULL,
    UNIQUE (deal_id, reader)
);
