import { results } from "@trama/data/framework";
import { openWriter } from "@trama/data/store";
import { openWorking } from "../../pipelines/load/working.ts";

/** Forty countries, as many as programmes have. */
export const countries: readonly string[] =
  "GTM HND SLV NIC COL PER BOL ECU BRA MEX CRI PAN PRY CHL ARG VEN KEN UGA TZA RWA COD CMR SEN MLI BFA NER TCD MOZ ZWE ZAF THA IDN PHL MMR KHM NPL IND BGD LKA PAK".split(
    " ",
  );
export const firstYear = 2015;
export const years = 10;
/** Projects, two to a country. */
const projects = 80;
/** Rows of one collective: ten years of sixteen results, and sixteen revisions of the last year. */
const rowsACollective = (years + 1) * results.length;

/** The donor of the first eight projects, through one grant for all years. */
const donor = { code: "DONOR-1", grant: "GRANT-1" } as const;

export interface Drawn {
  readonly rows: number;
  /** The moment and the line of the ledger under which they are learned. */
  readonly at: string;
  readonly sequence: number;
  readonly sha256: string;
  /** Whether a donor funds some of the projects. */
  readonly funded?: boolean;
}

/**
 * Fills a working store with observations straight in DuckDB: forty countries, ten years, sixteen results, one row in
 * eleven a revision. Every value is a hash of its row's number, so the same number of rows gives the same rows anywhere.
 */
export async function drawObservations(path: string, { rows, at, sequence, sha256, funded }: Drawn): Promise<void> {
  const store = await openWorking(path);
  const connection = await store.connect();
  const report = sha256.slice(0, 16);
  const codes = results.map(({ code, dimension }) => `('${code}', '${dimension}')`).join(", ");
  const list = `[${countries.map((code) => `'${code}'`).join(", ")}]`;
  await connection.run(`
    INSERT INTO report BY NAME SELECT '${report}' AS report, '${sha256}' AS sha256, ${sequence} AS sequence, 'bench.csv' AS name,
      'entry' AS source, 1 AS version, true AS synthetic, '0' AS framework_version, ${rows} AS rows_read, ${rows} AS rows_accepted,
      0 AS rows_rejected, 0 AS rows_quarantined, 0 AS rows_skipped, TIMESTAMPTZ '${at}' AS learned_at`);
  // What rows share, numbered as they are drawn below: projects × years × results, each with and without words.
  await connection.run(`
    INSERT INTO observation_about BY NAME
    WITH item AS (SELECT row_number() OVER () - 1 AS i, code, dimension FROM (VALUES ${codes}) t(code, dimension))
    SELECT (((p * ${years} + y) * ${results.length} + i) * 2 + w + 1)::INTEGER AS about, code AS indicator, code AS result, dimension,
      ${list}[1 + p % ${countries.length}] AS country, 'P' || p AS project, (${firstYear} + y)::SMALLINT AS year, (${firstYear} + y)::VARCHAR AS period,
      'accepted' AS panel, w = 1 AS noted, 1 AS revision, 1 AS version, '${report}' AS report, 'bench' AS sheet, TIMESTAMPTZ '${at}' AS learned_at
    FROM item, range(${projects}) a(p), range(${years}) b(y), range(2) d(w)`);
  await connection.run(`
    INSERT INTO observation_collective SELECT c + 1, 'c-' || lpad(to_hex(c), 16, '0') FROM range(${Math.ceil(rows / rowsACollective)}) r(c)`);
  await connection.run(`
    INSERT INTO observation_row BY NAME
    WITH drawn AS (SELECT n, n // ${rowsACollective} AS c, least((n % ${rowsACollective}) // ${results.length}, ${years - 1}) AS y, n % ${results.length} AS i, hash(n, 7) AS h FROM range(${rows}) r(n))
    SELECT (c + 1)::INTEGER AS collective_number, (((c % ${projects} * ${years} + y) * ${results.length} + i) * 2 + (h % 3 = 0)::INTEGER + 1)::INTEGER AS about,
      (h % 5)::SMALLINT AS score, (h // 8 % 5)::SMALLINT AS evidence, (n + 2)::INTEGER AS row
    FROM drawn ORDER BY n`);
  if (funded)
    await connection.run(`
      INSERT INTO funding BY NAME SELECT '${donor.grant}' AS grant_code, '${donor.code}' AS funder, 'P' || p AS project,
        ${list}[1 + p] AS country, ${firstYear}::SMALLINT AS year_from, ${firstYear + years - 1}::SMALLINT AS year_to, 'long' AS term, 1 AS version,
        '${report}' AS report, 'bench' AS sheet, (p + 2)::INTEGER AS "row", TIMESTAMPTZ '${at}' AS learned_at
      FROM range(8) r(p)`);
  await connection.run("CHECKPOINT");
  connection.closeSync();
  store.close();
}

/** Writes a report of scores as a country team would file it, each row another collective, result and year. */
export async function writeScores(path: string, rows: number): Promise<void> {
  const store = await openWriter(":memory:", { ordered: true });
  const connection = await store.connect();
  const list = (all: readonly string[]) => `[${all.map((one) => `'${one}'`).join(", ")}]`;
  await connection.run(`
    COPY (
      SELECT 'P' || (c % 40) AS project, ${list(countries)}[1 + c % 8] AS country, 2018 + (n // ${results.length}) % 8 AS period, 'C' || c AS collective,
        ${list(results.map(({ code }) => code))}[1 + n % ${results.length}] AS result, n * 7 % 5 AS score, n * 3 % 5 AS evidence
      FROM (SELECT n, n // 128 AS c FROM range(${rows}) r(n)) ORDER BY n
    ) TO '${path}' (HEADER)`);
  connection.closeSync();
  store.close();
}
