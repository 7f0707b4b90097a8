-- One slot of the marketplace snapshot; V1 runs this once per slot. Money in cents, fractions 0..1, `position` keeps
-- the order in which rows were given. Rows are checked before they get here, so the tables carry no indexes that
-- would slow a load of half a million rows.

CREATE TABLE snapshot (
    position  INTEGER PRIMARY KEY,
    as_of     DATE NOT NULL,
    data_hash VARCHAR NOT NULL,
    source    VARCHAR NOT NULL
);

CREATE TABLE table_count (
    position INTEGER PRIMARY KEY,
    name     VARCHAR NOT NULL,
    accepted BIGINT NOT NULL,
    rejected BIGINT NOT NULL
);

CREATE TABLE reject (
    position    INTEGER PRIMARY KEY,
    table_name  VARCHAR NOT NULL,
    file        VARCHAR NOT NULL,
    line        BIGINT NOT NULL,
    column_name VARCHAR NOT NULL,
    reason      VARCHAR NOT NULL,
    raw         VARCHAR NOT NULL
);

CREATE TABLE city (
    position   INTEGER PRIMARY KEY,
    id         VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    latitude   DOUBLE PRECISION NOT NULL,
    longitude  DOUBLE PRECISION NOT NULL,
    population INTEGER NOT NULL,
    demand     DOUBLE PRECISION NOT NULL
);

CREATE TABLE merchant (
    position      INTEGER PRIMARY KEY,
    id            VARCHAR NOT NULL,
    name          VARCHAR NOT NULL,
    category      VARCHAR NOT NULL,
    city_id       VARCHAR NOT NULL,
    area          VARCHAR NOT NULL,
    latitude      DOUBLE PRECISION NOT NULL,
    longitude     DOUBLE PRECISION NOT NULL,
    joined_on     DATE NOT NULL,
    baseline_gp30 BIGINT NOT NULL
);

CREATE TABLE deal (
    position      INTEGER PRIMARY KEY,
    id            VARCHAR NOT NULL,
    merchant_id   VARCHAR NOT NULL,
    title         VARCHAR NOT NULL,
    discount      DOUBLE PRECISION NOT NULL,
    price         BIGINT NOT NULL,
    duration_days INTEGER NOT NULL,
    category      VARCHAR NOT NULL,
    proposed_on   DATE NOT NULL,
    starts_on     DATE NOT NULL,
    approved      BOOLEAN NOT NULL,
    views         INTEGER,
    redemptions   INTEGER,
    gp30          BIGINT,
    baseline_gp30 BIGINT NOT NULL
);

CREATE TABLE deal_override (
    position      INTEGER PRIMARY KEY,
    id            VARCHAR NOT NULL,
    deal_id       VARCHAR NOT NULL,
    merchant_id   VARCHAR NOT NULL,
    manager_id    VARCHAR NOT NULL,
    made_on       DATE NOT NULL,
    reason        VARCHAR NOT NULL,
    discount      DOUBLE PRECISION,
    price         BIGINT,
    duration_days INTEGER,
    category      VARCHAR,
    gp30          BIGINT
);

CREATE TABLE note (
    position    INTEGER PRIMARY KEY,
    id          VARCHAR NOT NULL,
    merchant_id VARCHAR NOT NULL,
    manager_id  VARCHAR NOT NULL,
    written_on  DATE NOT NULL,
    text        VARCHAR NOT NULL
);

CREATE TABLE proposal (
    position      INTEGER PRIMARY KEY,
    id            VARCHAR NOT NULL,
    merchant_id   VARCHAR NOT NULL,
    title         VARCHAR NOT NULL,
    discount      DOUBLE PRECISION NOT NULL,
    price         BIGINT NOT NULL,
    duration_days INTEGER NOT NULL,
    category      VARCHAR NOT NULL,
    proposed_on   DATE NOT NULL,
    starts_on     DATE NOT NULL,
    baseline_gp30 BIGINT NOT NULL
);
