import type { Migration } from "./migration.ts";

const shared = `indicator, result, dimension, country, project, "year", period, panel, rater, measure, numerator, denominator,
  "value", baseline, target, tested, noted, flags, revision, version, report, sheet, learned_at`;

const told = `report, sheet, "column", rule, outcome, message, learned_at`;

/** Observations and rejections are kept in parts instead of wide tables, and views of the old names put them together. */
export const tablesInParts: Migration = {
  version: 3,
  name: "tables-in-parts",
  statements: [
    "COPY FROM DATABASE old TO new",
    `CREATE TABLE new.observation_collective (collective_number INTEGER NOT NULL, collective VARCHAR NOT NULL)`,
    `CREATE TABLE new.observation_about (about INTEGER NOT NULL, indicator VARCHAR NOT NULL, result VARCHAR, dimension VARCHAR,
      country VARCHAR NOT NULL, project VARCHAR NOT NULL, "year" SMALLINT NOT NULL, period VARCHAR NOT NULL,
      panel VARCHAR NOT NULL, rater VARCHAR, measure VARCHAR, numerator DOUBLE, denominator DOUBLE, "value" DOUBLE,
      baseline DOUBLE, target DOUBLE, tested BOOLEAN, noted BOOLEAN NOT NULL, flags VARCHAR, revision INTEGER NOT NULL,
      version INTEGER NOT NULL, report VARCHAR NOT NULL, sheet VARCHAR NOT NULL, learned_at TIMESTAMPTZ NOT NULL)`,
    `CREATE TABLE new.observation_row (collective_number INTEGER NOT NULL, about INTEGER NOT NULL, score SMALLINT,
      missing VARCHAR, evidence SMALLINT, "row" INTEGER NOT NULL)`,
    `INSERT INTO new.observation_collective
      SELECT row_number() OVER (ORDER BY report, collective)::INTEGER, collective
      FROM (SELECT DISTINCT report, collective FROM old.observation)`,
    `INSERT INTO new.observation_about
      SELECT row_number() OVER ()::INTEGER, * FROM (SELECT DISTINCT ${shared} FROM old.observation ORDER BY ALL)`,
    `INSERT INTO new.observation_row
      SELECT c.collective_number, a.about, o.score, o.missing, o.evidence, o."row"
      FROM old.observation o
      JOIN (
        SELECT row_number() OVER (ORDER BY report, collective)::INTEGER AS collective_number, report, collective
        FROM (SELECT DISTINCT report, collective FROM old.observation)
      ) c USING (report, collective)
      JOIN new.observation_about a ON (${columnsOf("a", shared)}) IS NOT DISTINCT FROM (${columnsOf("o", shared)})
      ORDER BY a.about, o."row"`,
    "DROP TABLE new.observation",
    `CREATE VIEW new.observation AS
      SELECT c.collective, a.indicator, a.result, a.dimension, a.country, a.project, a.year, a.period, a.panel, a.rater,
        r.score, r.missing, a.measure, a.numerator, a.denominator, a.value, a.baseline, a.target, r.evidence, a.tested,
        a.noted, a.flags, a.revision, a.version, a.report, a.sheet, r."row", a.learned_at
      FROM observation_row r
      JOIN observation_about a USING (about)
      JOIN observation_collective c USING (collective_number)`,
    `CREATE TABLE new.rejection_about (about INTEGER NOT NULL, report VARCHAR NOT NULL, sheet VARCHAR NOT NULL,
      "column" VARCHAR, rule VARCHAR NOT NULL, outcome VARCHAR NOT NULL, message VARCHAR NOT NULL, learned_at TIMESTAMPTZ NOT NULL)`,
    `CREATE TABLE new.rejection_row (about INTEGER NOT NULL, "row" INTEGER NOT NULL)`,
    `INSERT INTO new.rejection_about
      SELECT row_number() OVER ()::INTEGER, * FROM (SELECT DISTINCT ${told} FROM old.rejection ORDER BY ALL)`,
    `INSERT INTO new.rejection_row
      SELECT a.about, r."row" FROM old.rejection r
      JOIN new.rejection_about a ON (${columnsOf("a", told)}) IS NOT DISTINCT FROM (${columnsOf("r", told)})
      ORDER BY a.about, r."row"`,
    "DROP TABLE new.rejection",
    `CREATE VIEW new.rejection AS
      SELECT a.report, a.sheet, r."row", a."column", a.rule, a.outcome, a.message, a.learned_at
      FROM rejection_row r JOIN rejection_about a USING (about)`,
  ],
};

function columnsOf(alias: string, columns: string): string {
  return columns
    .split(",")
    .map((column) => `${alias}.${column.trim()}`)
    .join(", ");
}
